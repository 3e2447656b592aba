export interface NamedPerson {
  id: string
  name: string
}

/**
 * The people whom a comment calls by `@` and their name, capitals aside. Names have spaces, so of several that fit the
 * longest is meant; a name that goes on as a word is another name.
 */
export function mentionsIn(text: string, people: NamedPerson[]): NamedPerson[] {
  const longestFirst = people.toSorted((one, other) => other.name.length - one.name.length)
  const folded = text.toLowerCase()
  const called = new Set<NamedPerson>()
  for (const { index } of folded.matchAll(/(?<![\w.+-])[@＠]/g)) {
    const rest = folded.slice(index + 1)
    const person = longestFirst.find(({ name }) => beginsWithName(rest, name.toLowerCase()))
    if (person) called.add(person)
  }
  return people.filter((person) => called.has(person))
}

/** Chinese goes on without a space, so only a letter of the same kind makes it another name. */
function beginsWithName(text: string, name: string): boolean {
  if (!text.startsWith(name)) return false
  const [last, next] = [name.at(-1) ?? '', text.at(name.length) ?? '']
  const isWord = /[\p{L}\p{N}_]/u
  const isHan = /\p{Script=Han}/u
  return isHan.test(last) || isHan.test(next) || !isWord.test(next)
}
