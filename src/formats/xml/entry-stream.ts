import { XmlTreeBuilder, type XmlTree } from './xml-tree.js'
import { xmlReader, type XmlElement } from './xml-reader.js'

export interface EntryStreamOptions<T> {
  file?: string
  encoding?: string
  /** Local names of the elements that are handed over whole; all others are passed through. */
  names: ReadonlySet<string>
  /** The first element of the file. */
  root(element: XmlElement): void
  /** What becomes of a whole element; null for what is no entry. */
  build(tree: XmlTree): T | null
  warn?(message: string, line: number): void
}

const maxElements = 20_000
const maxText = 1_000_000

/**
 * The entries of an XML file as its bytes arrive; memory follows the largest entry. When the promise is kept, all that
 * stands before the first entry has been read.
 */
export async function entryStream<T>(
  chunks: AsyncIterable<Uint8Array>,
  options: EntryStreamOptions<T>,
): Promise<AsyncIterable<T>> {
  const { reader, take } = parsing(options)
  const input = chunks[Symbol.asyncIterator]()
  const advance = async (): Promise<boolean> => {
    const { done, value } = await input.next()
    if (done) reader.end()
    else reader.write(value)
    return !done
  }
  let more = true
  let ready: T[] = []
  while (more && ready.length === 0) {
    more = await advance()
    ready = take()
  }
  return (async function* () {
    yield* ready
    ready = []
    while (more) {
      more = await advance()
      yield* take()
    }
  })()
}

function parsing<T>({ file, encoding, names, root, build, warn }: EntryStreamOptions<T>) {
  const trees = new XmlTreeBuilder({ file, maxText, maxElements })
  let queue: T[] = []
  let rootSeen = false
  const open = (element: XmlElement): void => {
    if (!rootSeen) {
      rootSeen = true
      root(element)
    } else if (trees.isBuilding || names.has(element.local)) trees.begin(element)
  }
  const close = (): void => {
    const tree = trees.isBuilding ? trees.close() : null
    const built = tree && build(tree)
    if (built !== null) queue.push(built)
  }
  const text = (text: string): void => {
    if (trees.isBuilding) trees.text(text)
  }
  const reader = xmlReader({ open, close, text, warn }, { file, encoding, maxText: 2 * maxText })
  const take = (): T[] => {
    const taken = queue
    queue = []
    return taken
  }
  return { reader, take }
}
