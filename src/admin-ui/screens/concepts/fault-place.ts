import type { SectionDraft } from '../../api/concepts.js'

export interface FaultPlace {
  /** Of the section it is in. */
  language?: string
  /** As its writer left it, so it may be empty. */
  term?: string
  field: string
}

/** Where a fault stands that the server names by its path: `languages[1].terms[0].note`, or `languages.1.terms.0.note`. */
export function faultPlace(path: string, sections: readonly SectionDraft[]): FaultPlace {
  const dotted = path.replaceAll(/\[(\d+)\]/g, '.$1')
  const [, language, term, rest] = /^(?:languages\.(\d+)\.?)?(?:terms\.(\d+)\.?)?(.*)$/.exec(dotted)!
  const section = language === undefined ? undefined : sections[Number(language)]
  const text = term === undefined ? undefined : section?.terms[Number(term)]?.text
  return {
    ...(section && { language: section.language }),
    ...(text !== undefined && { term: text }),
    field: /^\w*/.exec(rest!)![0],
  }
}
