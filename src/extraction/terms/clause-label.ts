import type { Language } from '../languages/index.js'

/** What numbers a clause in any language: "1.", "2.3.1", "(a)", "iv)". */
const numbered =
  /^(?:[(（]?(?:\d{1,3}(?:\.\d{1,3})*|[ivxIVX]{1,5}|[a-zA-Z])[)）]|\d{1,3}(?:\.\d{1,3})+\.?(?=\s+[\p{Lu}\p{Lo}])|\d{1,3}[.、．](?=\s|\p{L}))/u

/**
 * Where the label of a clause ends that opens a sentence ("Article 13 Operators shall …", 第十三条, "(a)", 一、), 0 where there is none. A label
 * is no part of a term; what it names in running text ("Article 13 of the Law") is.
 */
export function clauseLabelEnd(text: string, { clauseLabel }: Language): number {
  const start = /^\s*/u.exec(text)![0].length
  const rest = text.slice(start)
  const label = clauseLabel?.exec(rest)?.[0] ?? numbered.exec(rest)?.[0]
  return label === undefined || label.length === rest.length ? 0 : start + label.length
}
