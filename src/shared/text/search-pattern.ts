/** How a query finds keys in PostgreSQL: first by the grams it must share (a GIN index), then by standing inside. */

/** The characters of a key and its pairs of neighbours, spaces left out: what the index holds, so that one Chinese character finds its words. */
export function gramsOf(key: string): string[] {
  const characters = [...key].filter((character) => character !== ' ')
  const pairs = characters.slice(1).map((character, i) => characters[i]! + character)
  return [...new Set([...characters, ...pairs])]
}

/** The grams that every key containing `key` has: its pairs of neighbours, or the one character that it is. Spaces do not count. */
export function gramsOfQuery(key: string): string[] {
  const characters = [...key].filter((character) => character !== ' ')
  if (characters.length < 2) return characters
  return [...new Set(characters.slice(1).map((character, i) => characters[i]! + character))]
}

/** `text` as a pattern of LIKE that matches it anywhere. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, String.raw`\$&`)}%`
}
