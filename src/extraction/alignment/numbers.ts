const digits: Record<string, number> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000, 万: 10_000, 亿: 100_000_000 }

const small =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen`.split(
    ' ',
  )
const ordinals = `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth`.split(' ')
const tens = `twenty thirty forty fifty sixty seventy eighty ninety`.split(' ')
const months = `january february march april may june july august september october november december`.split(' ')
const scales: Record<string, number> = { hundred: 100, thousand: 1000, million: 1e6, billion: 1e9, trillion: 1e12 }

const englishNumbers = new Map<string, number>([
  ...small.map((word, value): [string, number] => [word, value]),
  ...ordinals.map((word, at): [string, number] => [word, at + 1]),
  ...tens.map((word, at): [string, number] => [word, 10 * (at + 2)]),
  ...Object.entries(scales),
])

const sameQuantity = 0.8
const itsScale = 0.5

/** How surely an English and a Chinese word, in simplified script, tell the same number, 0..1: 24日 is 24th, 四月份 is April, 1500万 is 15 as well as million. */
export function sameNumber(english: string, chinese: string): number {
  const value = chineseNumber(chinese)
  if (value === null) return 0
  const word = english.toLowerCase()
  if (/月份?$/u.test(chinese) && months[value - 1] === word) return 1
  const told = englishNumber(word)
  if (told === null) return 0
  if (told === value) return 1
  const scale = scales[word]
  if (scale !== undefined) return /[百千万亿]/u.test(chinese) && value >= scale ? itsScale : 0
  return told > 0 && Object.values(scales).some((factor) => Math.abs(told * factor - value) < 1e-6 * value)
    ? sameQuantity
    : 0
}

/** The value of 二〇一九, 三百五十, 1,200, 4.6亿; null for what is no number. */
export function numberOf(text: string): number | null {
  return figure(text) ?? writtenOut(text)
}

/** Whether `sameNumber` can find anything in a Chinese word at all. */
export const mayBeNumber = (chinese: string): boolean => /[\d〇零一二两三四五六七八九十百千万亿]/u.test(chinese)

/** A count as it stands in running text: 第四, 22日, 二〇一九年 as well. */
function chineseNumber(chinese: string): number | null {
  if (!mayBeNumber(chinese)) return null
  return numberOf(chinese.replace(/^第/u, '').replace(/(?<=.)(?:年|月份?|日|号|个|名)$/u, ''))
}

function englishNumber(word: string): number | null {
  const known = englishNumbers.get(word)
  if (known !== undefined) return known
  return /^\d/.test(word) ? figure(word.replace(/(?<=\d)(?:st|nd|rd|th)$/, '')) : null
}

/** 1,200 and 4.6亿: digits, and at most units behind them. Fifteen digits are exact; the rest is what binary fractions leave. */
function figure(text: string): number | null {
  const [, plain, unitsBehind] = /^(\d[\d,]*(?:\.\d+)?)([十百千万亿]*)$/u.exec(text) ?? []
  if (plain === undefined) return null
  const value = [...unitsBehind!].reduce((product, unit) => product * units[unit]!, Number(plain.replaceAll(',', '')))
  return Number(value.toPrecision(15))
}

function writtenOut(text: string): number | null {
  if (!/^[〇零一二两三四五六七八九十百千万亿]+$/u.test(text)) return null
  if (!/[十百千万亿]/u.test(text)) return Number([...text].map((digit) => digits[digit]).join(''))
  let total = 0
  let section = 0
  let digit = 0
  for (const character of text) {
    const unit = units[character]
    if (unit === undefined) digit = digits[character]!
    else if (unit >= 10_000) {
      total = (total + section + digit) * unit
      section = digit = 0
    } else {
      section += (digit || 1) * unit
      digit = 0
    }
  }
  return total + section + digit
}
