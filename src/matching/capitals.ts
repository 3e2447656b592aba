const longestAcronym = 12

/** Written in capitals alone, in one word, perhaps with figures: SCO, 5G, COVID-19, C++. Capital sentences are none. */
export function isAcronym(term: string): boolean {
  const text = term.normalize('NFKC')
  return text.length >= 2 && text.length <= longestAcronym && /\p{Lu}/u.test(text) && !/[\p{Ll}\p{Lo}\s]/u.test(text)
}

/** Only letters that have capitals: `iPhone 15` -> iPhone. */
function casedLetters(text: string): string {
  return text.normalize('NFKC').replace(/[^\p{Lu}\p{Ll}\p{Lt}]/gu, '')
}

/** Has the text, as it is written, exactly the capitals of the term? */
export function sameCapitals(term: string, written: string): boolean {
  return casedLetters(term) === casedLetters(written)
}

/**
 * May an acronym be written like this? In capitals always. Nato and Unesco are read aloud and written like names; covid-19
 * can be no other word, because of its figures. But who, us and it are words of their own.
 */
export function writesAcronym(written: string): boolean {
  const letters = casedLetters(written)
  if (!/\p{Ll}/u.test(letters)) return true
  if (letters.length >= 4 && /^\p{Lu}\p{Ll}+$/u.test(letters)) return true
  return letters.length >= 3 && /\d/.test(written)
}

/** A sentence all in capitals, where an acronym looks like any other word. */
export function isShouted(text: string): boolean {
  if (/\p{Ll}/u.test(text)) return false
  const words = text.match(/\p{Lu}{2,}/gu) ?? []
  return words.length >= 4 && words.some((word) => word.length >= 7)
}
