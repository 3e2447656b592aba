/** What a dictionary says: the translations of a word, and the names that it gives an acronym to (SCO: 上海合作组织). */
export interface NameDictionary {
  englishOf(word: string): readonly string[]
  namesOf(acronym: string): readonly string[]
}

/** How the letters of an acronym and the parts of a name in the other language account for each other, 0..1. */
export interface InitialsLink {
  /** Share of the letters that open a translation of some part. */
  letters: number
  /** Share of the name's characters inside parts that a letter accounts for. */
  covered: number
  /** Share of the letters taken in the order of the name. */
  ordered: number
  score: number
}

const longestPart = 7
const none: InitialsLink = { letters: 0, covered: 0, ordered: 0, score: 0 }

/**
 * SCO and 上海合作组织: S(hanghai) C(ooperation) O(rganization). The name is cut into dictionary words so that the initials of
 * their translations use up as many letters as possible, each once, and leave as few characters as possible; the order may
 * differ between languages (UNON: 联合国 内罗毕 办事处) but counts a little. Beam over (position, letters used, last letter).
 */
export function initialsLink(acronym: string, name: string, dictionary: NameDictionary): InitialsLink {
  const letters = [...acronym.toLowerCase()].filter((letter) => /\p{L}/u.test(letter))
  const characters = [...name]
  if (letters.length < 2 || letters.length > 12 || characters.length < 2) return none
  if (dictionary.namesOf(acronym).includes(name)) return { letters: 1, covered: 1, ordered: 1, score: 1 }

  let beams: Beam[][] = characters.map(() => [])
  beams = [[{ used: 0, last: -1, matched: 0, covered: 0, ordered: 0 }], ...beams]
  for (let position = 0; position < characters.length; position++) {
    const here = strongest(beams[position]!)
    for (let end = position + 1; end <= Math.min(characters.length, position + longestPart); end++) {
      const part = characters.slice(position, end).join('')
      const readings = initialsOf(part, dictionary)
      for (const beam of here) {
        if (end === position + 1) beams[end]!.push(beam)
        for (const reading of readings) {
          const next = spend(beam, reading, letters, end - position, sureness(end - position, readings.length))
          if (next) beams[end]!.push(next)
        }
      }
    }
  }
  const best = strongest(beams[characters.length]!)[0]
  if (!best || best.matched === 0) return none
  const share = {
    letters: best.matched / letters.length,
    covered: best.covered / characters.length,
    ordered: best.ordered / letters.length,
  }
  return { ...share, score: 0.4 * share.letters + 0.45 * share.covered + 0.15 * share.ordered }
}

interface Beam {
  used: number
  last: number
  /** Letters accounted for, each as sure as the part that accounts for it. */
  matched: number
  covered: number
  ordered: number
}

function strongest(beams: Beam[]): Beam[] {
  const value = (beam: Beam) => 2 * beam.matched + 0.4 * beam.covered + 0.3 * beam.ordered
  return beams.sort((a, b) => value(b) - value(a) || a.used - b.used || a.last - b.last).slice(0, 24)
}

/** A single character means many things, and a word of many meanings opens with some letter or other. */
const sureness = (length: number, readings: number): number => (length === 1 ? 0.3 : 1) / (1 + 0.06 * (readings - 1))

/** Uses one letter for each initial of a reading; all of them must be found, or none counts. */
function spend(beam: Beam, initials: string, letters: string[], length: number, sure: number): Beam | undefined {
  let { used, last, ordered } = beam
  for (const initial of initials) {
    let at = -1
    for (let index = 0; index < letters.length; index++)
      if (letters[index] === initial && !(used & (1 << index)) && (at < 0 || index === last + 1)) at = index
    if (at < 0) return undefined
    used |= 1 << at
    if (at === last + 1) ordered++
    last = at
  }
  return { used, last, matched: beam.matched + sure * initials.length, covered: beam.covered + sure * length, ordered }
}

const emptyWords = new Set('to the a an of for and in on at by with be sth sb one s etc'.split(' '))

/** The initials of each translation of a part: 联合国 → "un"; 协调 → "c", "h"; of "Shanghai municipality" also the name alone. */
function initialsOf(part: string, dictionary: NameDictionary): string[] {
  const numeral = numeralInitials.get(part)
  const found = new Set<string>(numeral)
  for (const gloss of dictionary.englishOf(part)) {
    for (const meaning of meaningsOf(gloss)) {
      const words = meaning.split(/[\s-]+/u).filter((word) => word && !emptyWords.has(word))
      if (words.length > 0 && words.length <= 6) found.add(words.map((word) => word[0]).join(''))
    }
    const name = /^\p{Lu}\p{Ll}+(?=\s|$)/u.exec(gloss)?.[0]
    if (name) found.add(name[0]!.toLowerCase())
  }
  return [...found]
}

/** "to cooperate; (law) to work together" → "to cooperate", "to work together". */
function meaningsOf(gloss: string): string[] {
  if (gloss.startsWith('CL:')) return []
  return gloss
    .toLowerCase()
    .replace(/\([^)]*\)/gu, ' ')
    .split(/[;,/]/u)
    .map((meaning) => meaning.replace(/[^\p{L}\s-]/gu, ' ').trim())
    .filter((meaning) => meaning.length > 1)
}

/** Latin and Greek number prefixes: 四国 is "quadrilateral" in the name of a mechanism whatever a gazetteer says. */
export const numeralPrefixes: readonly { value: string; characters: readonly string[]; prefixes: readonly string[] }[] =
  [
    { value: '1', characters: ['单', '一'], prefixes: ['uni', 'mono'] },
    { value: '2', characters: ['双', '两', '二'], prefixes: ['bi', 'di', 'dual', 'two'] },
    { value: '3', characters: ['三'], prefixes: ['tri', 'three'] },
    { value: '4', characters: ['四'], prefixes: ['quadri', 'quadru', 'quad', 'tetra', 'four'] },
    { value: '5', characters: ['五'], prefixes: ['quin', 'penta', 'five'] },
    { value: '6', characters: ['六'], prefixes: ['hexa', 'sex', 'six'] },
    { value: '7', characters: ['七'], prefixes: ['hepta', 'sept', 'seven'] },
    { value: '8', characters: ['八'], prefixes: ['octa', 'octo', 'eight'] },
    { value: '多', characters: ['多'], prefixes: ['multi', 'pluri', 'poly'] },
  ]

const numeralInitials = new Map(
  numeralPrefixes.flatMap(({ characters, prefixes }) =>
    characters.flatMap((character) =>
      ['国', '边', '方', '国集团', '重'].map(
        (suffix) => [character + suffix, [...new Set(prefixes.map((prefix) => prefix[0]!))]] as const,
      ),
    ),
  ),
)
