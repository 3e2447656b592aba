// A gold corpus as extraction takes it: its segments are aligned already, each is one sentence pair or several.
/** @param {{source: string, target: string, segments: {doc: string, src: string, tgt: string}[]}} corpus */
export function corpusOf({ source, target, segments }) {
  return {
    languages: { source, target },
    *pairs() {
      for (const [index, { doc, src, tgt }] of segments.entries())
        yield {
          document: doc ?? 'corpus',
          source: { text: src, start: 0, line: index + 1 },
          target: { text: tgt, start: 0, line: index + 1 },
          score: 1,
        }
    },
  }
}
