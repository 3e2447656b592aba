import { DomainError } from '../../shared/errors.js'

/** The lines of a UTF-8 text as it arrives, numbered from 1, without their ends. */
export async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  file?: string,
): AsyncIterable<{ text: string; line: number }> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  let line = 0
  const decode = (bytes?: Uint8Array): string => {
    try {
      return decoder.decode(bytes, { stream: bytes !== undefined })
    } catch {
      throw new DomainError('unreadable-file', `The file is not UTF-8 after line ${line}.`, {
        remedy: 'Save it as UTF-8.',
        place: { file, line: line + 1 },
      })
    }
  }
  for await (const chunk of chunks) {
    const parts = (rest + decode(chunk)).split('\n')
    rest = parts.pop()!
    for (const text of parts) yield { text: text.replace(/\r$/, ''), line: ++line }
  }
  rest += decode()
  if (rest) yield { text: rest, line: ++line }
}
