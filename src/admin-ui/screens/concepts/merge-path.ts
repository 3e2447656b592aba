/** The path of a question of a merge, taken apart: `zh/term:球阀/partOfSpeech`. */
export interface MergePath {
  language?: string
  term?: string
  field?: string
}

const fieldsOfTerms = new Set([
  'administrativeStatus',
  'partOfSpeech',
  'termType',
  'grammaticalGender',
  'geographicalUsage',
  'termLocation',
  'note',
  'source',
  'context',
  'contextSource',
  'customerSubset',
  'projectSubset',
  'data',
])

export function partsOfPath(path: string): MergePath {
  const [, language, rest = path] = /^([A-Za-z]{2,3}(?:-[A-Za-z\d]+)*)\/(.*)$/s.exec(path) ?? []
  const within = language ? { language } : {}
  if (!rest.startsWith('term:')) return { ...within, field: rest }
  const text = rest.slice('term:'.length)
  const [, term = text, field = ''] = /^(.*)\/([A-Za-z]+)$/s.exec(text) ?? []
  // A term may have a slash itself: “and/or”.
  return fieldsOfTerms.has(field) ? { ...within, term, field } : { ...within, term: text }
}
