/** Spelling families that name the same term: data, [British ending, American ending]. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/isation(?=s?\b)/gu, 'ization'],
  [/(?<=\p{L}{3})ising\b/gu, 'izing'],
  [/(?<=\p{L}{3})ised?\b/gu, 'ize'],
  [/(?<=\p{L}{3})ized\b/gu, 'ize'],
  [/yse(?=[sd]?\b)/gu, 'yze'],
  [/(?<=\p{L}{3})our(?=\p{L}{0,4}\b)/gu, 'or'],
  [/(?<=\p{L}{2}[bt])re\b/gu, 'er'],
  [/ogue\b/gu, 'og'],
  [/(?<=\p{L}{2})ence\b(?<=defence|offence|licence)/gu, 'ense'],
  [/programme/gu, 'program'],
]

/** What every one of the families holds: most terms are in none. */
const mayVary = /is[aei]|ize|yse|our|[bt]re|ogue|ence|programme/

/** Two forms with the same key are variants of one term: case, hyphen, space, apostrophe, script width and spelling do not count. */
export function variantKey(text: string, language: string): string {
  let key = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/gu, "'")
  if (language.split('-')[0] === 'en' && mayVary.test(key))
    for (const [pattern, instead] of spellings) key = key.replace(pattern, instead)
  return key.replace(/[\s\-‐‑–·・'"“”《》「」『』]/gu, '')
}
