import { announcementLength } from './announcements.js'

/** Where in a text a form stands; offsets in UTF-16 code units, `end` exclusive. */
export interface Span {
  text: string
  start: number
  end: number
}

/** A text that says itself what its abbreviation means. `score` in 0..1 tells how well letters and words agree. */
export interface Definition {
  short: Span
  long: Span
  score: number
}

/**
 * Abbreviations that a text defines: "long form (SF)", "SF (long form)", and in Chinese "全称（以下简称“简称”）".
 *
 * Schwartz & Hearst (PSB 2003) find the bracket and take the shortest stretch whose letters agree, from the right. Here every
 * start is weighed: a letter that opens a word speaks louder than one inside a word, and a content word that no letter
 * accounts for speaks against (the idea of the pseudo-precision strategies of Sohn et al., BMC Bioinformatics 2008).
 */
export function definitionsIn(text: string): Definition[] {
  return [...bracketedDefinitions(text), ...namedShortForms(text)].sort((a, b) => a.short.start - b.short.start)
}

const brackets = /[(（[［]([^()（）[\]［］]{1,160}(?:[(（][^()（）]{1,12}[)）][^()（）]{0,40})?)[)）\]］]/gu

function bracketedDefinitions(text: string): Definition[] {
  const found: Definition[] = []
  for (const match of text.matchAll(brackets)) {
    const open = match.index
    const inside = firstPart(match[1]!, open + 1)
    const definition = isShortForm(inside.text)
      ? longFormBefore(text, open, inside)
      : shortFormBefore(text, open, { text: match[1]!, start: open + 1, end: open + 1 + match[1]!.length })
    if (definition) found.push(definition)
  }
  return found
}

/** "(QCCM, since 2016)" and "(‘ABC’)" both name the short form first. */
function firstPart(inside: string, offset: number): Span {
  const lead = announcementLength(inside)
  const rest = inside.slice(lead)
  const part = /^[^;；,，:："“”’»=]+/u.exec(rest)?.[0].replace(/[\s'’]+$/u, '') ?? ''
  return { text: part, start: offset + lead, end: offset + lead + part.length }
}

/** Two to ten letters and digits, at most two words, a capital or an unusual shape; roman numerals and years are not. */
export function isShortForm(text: string): boolean {
  if (text.length > 14 || !/^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}0-9.]/u.test(text)) return false
  const words = text.split(/\s+/u)
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (words.length > 2 || letters === 0 || /^(?:\d+[.,]?)+\s?\p{Ll}*$/u.test(text)) return false
  if (words.length === 2 && !/\p{Lu}/u.test(text)) return false
  if (/^(?:[ivx]+|[a-d]|see|and|or|n|p|fig|table|ref|et al|e\.g\.|i\.e\.)\.?$/iu.test(text) && !/^[A-Z]$/u.test(text))
    return false
  return letters >= 2 ? /\p{Lu}/u.test(text) || letters <= 4 : /\p{Lu}/u.test(text)
}

interface Word {
  text: string
  start: number
}

const wordPattern = /[\p{L}\p{M}\p{N}]+(?:['’][\p{L}]+)?/gu
const emptyWords = new Set(
  'a an the of for and in on to with by at from or as y e de la le les des du del der die das und für van von el los las di en da do dos das och af et &'.split(
    ' ',
  ),
)

function longFormBefore(text: string, open: number, short: Span): Definition | undefined {
  const from = windowStart(text, open)
  const words = wordsOf(text, from, open)
  if (words.length === 0) return undefined
  const best = bestStart(short.text, words, text)
  if (!best) return undefined
  const end = open - (/[\s"”’'»]*$/u.exec(text.slice(from, open))?.[0].length ?? 0)
  const start = withLocants(text, best.start)
  if (end <= start || !isBalanced(text.slice(start, end))) return undefined
  return { short, long: { text: text.slice(start, end), start, end }, score: best.score }
}

function shortFormBefore(text: string, open: number, inside: Span): Definition | undefined {
  const before = /([\p{L}\p{N}][\p{L}\p{N}.&/-]{0,12})["”’]?\s?$/u.exec(text.slice(Math.max(0, open - 18), open))
  if (!before || !isShortForm(before[1]!) || !/\p{Lu}.*\p{Lu}/u.test(before[1]!)) return undefined
  const start = open - before[0].length
  const short = { text: before[1]!, start, end: start + before[1]!.length }
  const part = /^[^;；,，:：=]+/u.exec(inside.text)?.[0].trimEnd() ?? ''
  const words = wordsOf(part, 0, part.length)
  if (words.length === 0 || part.length < short.text.length + 2) return undefined
  const best = bestStart(short.text, words, part, 1)
  if (!best || best.score < 0.6) return undefined
  const begin = inside.start + best.start
  return {
    short,
    long: { text: part.slice(best.start), start: begin, end: inside.start + part.length },
    score: best.score,
  }
}

/** Chemists write the places first: 2,6-diaminopurine, 4,5',8-trimethylpsoralen. */
const withLocants = (text: string, start: number): number =>
  start - (/(?<![\p{L}\p{N}])[\d'’,]*\d['’]?-$/u.exec(text.slice(Math.max(0, start - 16), start))?.[0].length ?? 0)

function isBalanced(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if (/[(（[]/u.test(character)) depth++
    if (/[)）\]]/u.test(character) && --depth < 0) return false
  }
  return depth === 0
}

/** The stretch before the bracket that can hold the long form: back to the sentence's start, at most 25 words. */
function windowStart(text: string, open: number): number {
  const from = Math.max(0, open - 260)
  const stretch = text.slice(from, open)
  let cut = 0
  for (const match of stretch.matchAll(/[.!?。！？;；](?=\s+\p{Lu})|[。！？；]|\n|[)）]\s*[,，.]\s/gu))
    cut = match.index + match[0].length
  return from + cut
}

function wordsOf(text: string, from: number, to: number): Word[] {
  return [...text.slice(from, to).matchAll(wordPattern)].map((match) => {
    const elided = elision.exec(match[0])?.[0].length ?? 0
    return { text: match[0].slice(elided), start: from + match.index + elided }
  })
}

/** l'Organisation begins with O. */
const elision = /^(?:[ld]|dell|all|nell)['’](?=\p{L}{3})/iu

/** FEV1: forced expiratory volume in one second. */
const numberWords: Record<string, string> = { 1: 'one', 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' }

const cost = {
  skippedContentWord: 0.55,
  skippedEmptyWord: 0.08,
  trailingWord: 0.6,
  unmatchedDigit: 0.35,
  hyphenStart: 0.25,
}

/** Weighs each word as the start of the long form and returns the one whose words the letters explain best. */
function bestStart(
  shortForm: string,
  words: Word[],
  text: string,
  onlyFirst?: number,
): { start: number; score: number } | undefined {
  const letters = lettersOf(shortForm)
  if (letters.length === 0) return undefined
  const allowed = Math.min(
    words.length,
    onlyFirst ? words.length : Math.min(letters.length + 5, letters.length * 2 + 2),
  )
  let best: { start: number; score: number } | undefined
  const oldest = words.length - allowed
  for (let first = words.length - 1; first >= oldest; first--) {
    if (onlyFirst !== undefined && first >= onlyFirst) continue
    const glued = first > 0 && /[-‐–/]/u.test(text[words[first]!.start - 1] ?? '')
    const value = agreement(letters, words, first)
    if (value === undefined) continue
    const score = (value - (glued ? cost.hyphenStart : 0)) / letters.length
    if (!best || score > best.score + 1e-9) best = { start: words[first]!.start, score: Math.min(1, score) }
  }
  if (!best || best.score < threshold(letters.length)) return undefined
  if (
    text
      .slice(best.start)
      .toLowerCase()
      .startsWith(shortForm.toLowerCase() + ' ')
  )
    return undefined
  return best
}

const threshold = (letters: number) => (letters === 1 ? 0.95 : letters === 2 ? 0.55 : 0.42)

/** "5-HT2s" → 5 h t 2; a plural s at the end of capitals carries no letter of the long form. */
function lettersOf(shortForm: string): string[] {
  const bare = shortForm.replace(/(?<=\p{Lu})(?:['’]?s)$/u, '')
  return [...bare.toLowerCase().normalize('NFD')].filter((letter) => /[\p{L}\p{N}]/u.test(letter))
}

/**
 * The greatest sum of letter weights over all ways to find `letters` in order from word `first` to the end; undefined when
 * there is none. States after k letters: where the k-th letter lies (word * 64 + position in it) -> the best sum so far, skipped words paid.
 */
function agreement(letters: string[], words: Word[], first: number): number | undefined {
  const opening = words[first]!.text.toLowerCase().normalize('NFD')
  if (opening[0] !== letters[0] && !(opening.startsWith('x') && letters[0] === 'x')) return undefined
  const count = words.length - first
  const lower = Array.from({ length: count }, (_, index) => words[first + index]!.text.toLowerCase().normalize('NFD'))
  const skip = lower.map((word) => (emptyWords.has(word) ? cost.skippedEmptyWord : cost.skippedContentWord))
  let states = new Map<number, number>([[0, 1]])
  for (let k = 1; k < letters.length; k++) {
    const letter = letters[k]!
    const next = new Map<number, number>()
    const offer = (word: number, position: number, value: number) => {
      const key = word * 64 + position
      if (value > (next.get(key) ?? -Infinity)) next.set(key, value)
    }
    for (const [key, value] of states) {
      const word = key >> 6
      const position = key & 63
      const current = lower[word]!
      for (let at = current.indexOf(letter, position + 1); at > 0 && at < 64; at = current.indexOf(letter, at + 1))
        offer(word, at, value + insideWeight(words[first + word]!.text, at, position))
      let toll = 0
      for (let other = word + 1; other < count; other++) {
        const there = lower[other]!
        if (there[0] === letter || numberWords[letter] === there) offer(other, 0, value + 1 - toll)
        else {
          const at = there.indexOf(letter)
          if (at > 0 && at < 64) offer(other, at, value + 0.15 - toll)
        }
        toll += skip[other]!
      }
      if (/\p{N}/u.test(letter)) offer(word, position, value - cost.unmatchedDigit)
    }
    states = next
    if (states.size === 0) return undefined
  }
  let best: number | undefined
  for (const [key, value] of states) {
    let total = value
    for (let word = (key >> 6) + 1; word < count; word++)
      total -= skip[word] === cost.skippedEmptyWord ? cost.skippedEmptyWord : cost.trailingWord
    if (best === undefined || total > best) best = total
  }
  return best
}

/** A letter inside a word: a capital or the next of a run counts for more than a stray one. */
function insideWeight(word: string, at: number, previous: number): number {
  if (/\p{Lu}|\p{N}/u.test(word[at] ?? '')) return 0.9
  if (at === previous + 1) return 0.55
  return 0.45
}

const saysShort =
  /[(（,，]?\s*(?:以下(?:统一)?(?:简称|統稱|统称|簡稱)|下称|下稱|简称|簡稱|又称|又稱|缩写为|縮寫為)(?:为|為|作)?[:：]?\s*([“"「『《‘]?)([\p{Script=Han}\p{L}\p{N}·-]{1,16})([”"」』》’]?)/gu

/** "上海合作组织（以下简称“上合组织”）": the short form is said, the long form begins where its first character stands. */
function namedShortForms(text: string): Definition[] {
  const found: Definition[] = []
  for (const match of text.matchAll(saysShort)) {
    const short = shortSpan(match)
    const before = text.slice(0, match.index)
    const stop = Math.max(...['。', '；', '！', '？', '\n'].map((mark) => before.lastIndexOf(mark))) + 1
    const end = before.replace(/[\s，,(（》」』”"]+$/u, '').length
    const start = longFormStart(text, stop, end, short.text)
    if (start === undefined || end - start <= short.text.length) continue
    found.push({ short, long: { text: text.slice(start, end), start, end }, score: 0.9 })
  }
  return found
}

function shortSpan(match: RegExpMatchArray): Span {
  const offset = match.index! + match[0].lastIndexOf(match[2]!)
  return { text: match[2]!, start: offset, end: offset + match[2]!.length }
}

const opensClause = /^(?:根据|依据|按照|依照|为了|为|由|对|在|与|和|以|将|经)/u

/**
 * Where the first character of the short form stands; when the short form is simply the end of the long one (数据安全法), back to the
 * bracket, the comma or the preposition before it.
 */
function longFormStart(text: string, from: number, end: number, short: string): number | undefined {
  const start = subsequenceStart(text, from, end, short)
  if (start === undefined || end - start > short.length) return start
  const clause = Math.max(
    from,
    ...['，', ',', '、', '《', '“', '「', '『', '（', '('].map((mark) => text.lastIndexOf(mark, end - 1) + 1),
  )
  const lead = opensClause.exec(text.slice(clause, end))?.[0].length ?? 0
  return clause + lead
}

/** The latest start from which the characters of `short` follow one another before `end`. */
function subsequenceStart(text: string, from: number, end: number, short: string): number | undefined {
  let at = end
  const characters = [...short]
  for (const character of characters.reverse()) {
    at = text.lastIndexOf(character, at - 1)
    if (at < from) return undefined
  }
  return at
}
