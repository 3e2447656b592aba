import { DomainError } from '../../shared/errors.js'
import { looksLikeSubtitles } from '../subtitles/parse-cues.js'
import { pairSubtitles } from '../subtitles/read-subtitles.js'
import { isZip } from '../text/binary-kind.js'
import { decodeText } from '../text/decode-text.js'
import { isPdf } from '../pdf/read-pdf.js'
import { readSourceFile } from './read-source-file.js'
import type { NamedBytes, SourceFile, SourceFileOptions, SourceWarning } from './source-file.js'

/** A text and its translation, each in a file of its own: two texts to be aligned, or pairs where the files say what answers what. */
export type SourcePair =
  | {
      kind: 'texts'
      sourceText: string
      targetText: string
      aligned: boolean
      encoding: string
      warnings: SourceWarning[]
    }
  | Extract<SourceFile, { kind: 'segments' }>

export interface SourcePairOptions extends SourceFileOptions {
  /** Line n of one translates line n of the other. */
  aligned?: boolean
}

export async function readSourcePair(
  source: NamedBytes,
  target: NamedBytes,
  options: SourcePairOptions = {},
): Promise<SourcePair> {
  const captions = [source, target].map((file) => subtitlesIn(file, options))
  if (captions[0] && captions[1]) {
    const read = pairSubtitles({ ...source, text: captions[0].text }, { ...target, text: captions[1].text })
    return { kind: 'segments', format: 'subtitles', encoding: captions[0].encoding, ...read }
  }
  const [first, second] = [await oneText(source, options), await oneText(target, options)]
  const aligned =
    options.aligned || (isLineByLine(source.name, target.name) && lines(first.text) === lines(second.text))
  return {
    kind: 'texts',
    sourceText: first.text,
    targetText: second.text,
    aligned,
    encoding: first.encoding,
    warnings: [...(first.warnings ?? []), ...(second.warnings ?? [])],
  }
}

function subtitlesIn({ name, bytes }: NamedBytes, { languages, encoding }: SourceFileOptions) {
  if (!/\.(srt|vtt)$/i.test(name) || isZip(bytes) || isPdf(bytes)) return null
  const decoded = decodeText(bytes, {
    file: name,
    encoding,
    languages: languages && [languages.source, languages.target],
  })
  return looksLikeSubtitles(decoded.text) ? decoded : null
}

async function oneText({ name, bytes }: NamedBytes, options: SourceFileOptions) {
  const read = await readSourceFile(name, bytes, options)
  if (read.kind === 'text') return read
  throw new DomainError('invalid-input', 'The file holds pairs already, not a text in one language.', {
    remedy: 'Take it alone, without a second file.',
    place: { file: name },
  })
}

/** Moses corpora end in the code of their language, and nothing else: corpus.zh, corpus.en. */
function isLineByLine(source: string, target: string): boolean {
  const endings = [source, target].map((name) => /\.([a-z]{2,3}([-_][a-z]{2,4})?)$/i.exec(name)?.[1]?.toLowerCase())
  const documents = new Set(['txt', 'md', 'doc', 'pdf', 'srt', 'vtt'])
  return endings.every((ending) => ending !== undefined && !documents.has(ending)) && endings[0] !== endings[1]
}

const lines = (text: string): number => text.trimEnd().split('\n').length
