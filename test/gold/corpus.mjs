// A gold corpus as extraction takes it: its segments are pairs that a file made, read as a .tsv of them would be.
import { readAlignedSegments, sentencePairs } from '../../dist/src/extraction/index.js'

/** @param {{name: string, source: string, target: string, segments: {src: string, tgt: string}[]}} corpus */
export function corpusOf({ name, source, target, segments }) {
  const languages = { source, target }
  const document = readAlignedSegments({
    name,
    segments: segments.map(({ src, tgt }) => ({ source: src, target: tgt })),
    languages,
  })
  const pairs = sentencePairs(document)
  return { languages, pairs: () => pairs }
}
