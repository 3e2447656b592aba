/** What is uploaded together: one bilingual file, or a text and its translation. */
export interface FilesOfDocument<F> {
  file: F
  targetFile?: F
}

/** Files that hold both languages already; a second file beside one has nothing to say. */
const bilingual = /\.(tmx|xlf|xliff|sdlxliff|mqxliff|tsv|tab|po|xlsx|zip)$/i

/** What people write into file names beside the code and the names of a language. */
const otherNames: Record<string, string[]> = {
  zh: ['chs', 'cht', 'cn', 'chi', 'zho', '中文', '汉语', '漢語', '中', '汉'],
  en: ['eng', '英文', '英语', '英語', '英'],
  ja: ['jp', 'jpn', '日文', '日语', '日本語'],
  ko: ['kor', '韩文', '韩语'],
  fr: ['fra', 'fre'],
  de: ['deu', 'ger'],
}

/** Files chosen at once, paired where their names differ in a language only: `report.zh.docx` and `report.en.docx`. */
export function pairFiles<F extends { name: string }>(
  files: F[],
  { source, target }: { source: string; target: string },
): FilesOfDocument<F>[] {
  const names = { source: namesOf(source), target: namesOf(target) }
  const targets = new Map<string, F>()
  for (const file of files) for (const key of keysOf(file.name, names.target)) targets.set(key, file)
  const paired = new Map<F, F>()
  const taken = new Set<F>()
  for (const file of files) {
    const answer = keysOf(file.name, names.source)
      .map((key) => targets.get(key))
      .find((found) => found !== undefined && found !== file && !taken.has(found))
    if (!answer || taken.has(file)) continue
    paired.set(file, answer)
    taken.add(file).add(answer)
  }
  return files.flatMap((file) => {
    const targetFile = paired.get(file)
    if (targetFile) return [{ file, targetFile }]
    return taken.has(file) ? [] : [{ file }]
  })
}

function namesOf(language: string): Set<string> {
  const primary = language.split('-')[0]!
  const names = ['en', 'zh', primary].map((reader) => new Intl.DisplayNames(reader, { type: 'language' }).of(primary))
  const all = [language, primary, ...names, ...(otherNames[primary] ?? [])]
  return new Set(all.map((name) => (name ?? '').toLowerCase()))
}

/** The name with a hole for each part that names the language, `report.*`; the last part first. */
function keysOf(name: string, names: Set<string>): string[] {
  if (bilingual.test(name)) return []
  const keys: string[] = []
  for (const found of name.matchAll(/[a-z]{2,3}[-_](?:[a-z]{2,4}|\d{3})(?![a-z\d])|[^./\\_\-\s()[\]]+/gi)) {
    const part = [found[0], found[0].split(/[-_]/)[0]!].find((part) => names.has(part.toLowerCase()))
    if (part === undefined) continue
    const region = /^[-_](?:[a-z]{2,4}|\d{3})(?![a-z\d])/i.exec(name.slice(found.index + part.length))?.[0] ?? ''
    const rest = name.slice(found.index + part.length + region.length)
    keys.unshift(`${name.slice(0, found.index)}*${rest}`.toLowerCase().replace(/\.(docx?|txt|md|pdf)$/, ''))
  }
  return keys
}
