import { expect, jest, test } from '@jest/globals'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DomainError } from '../../src/shared/errors.js'
import { type ConceptEntry, validateTbx } from '../../src/formats/index.js'
import { readWhole, writeWhole } from '../support/glossary-files.js'
import { describeIf, tbxData, violationsOfDca, violationsOfRng } from '../support/validate-tbx.js'
import { differenceOfXml } from '../support/same-xml.js'

/** Other programs are started and many files read: a busy machine takes its time. */
jest.setTimeout(180_000)

interface RealFile {
  path: string
  root: string
  dialect: string
  style: string
  entries: number
  terms: number
  wellFormed: boolean
  valid: boolean
}

/** The index of the collected files, with what was found out about each by other programs. */
function realFiles(): RealFile[] {
  const [titles, ...rows] = readFileSync(path.join(tbxData.real, 'index.tsv'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split('\t'))
  return rows.map((cells) => {
    const row = Object.fromEntries(titles!.map((title, index) => [title, cells[index] ?? '']))
    return {
      path: row['path']!,
      root: row['root']!,
      dialect: row['dialect']!,
      style: row['style']!,
      entries: Number(row['entries']),
      terms: Number(row['terms']),
      wellFormed: row['wf'] === 'yes',
      valid: row['valid_rc'] === '0',
    }
  })
}

// oxlint-disable-next-line typescript/require-await -- the validator takes its bytes as a stream
async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
const bytesOf = (file: RealFile): Uint8Array => readFileSync(path.join(tbxData.real, file.path))
const termCount = (entries: ConceptEntry[]): number =>
  entries.flatMap(({ languages }) => languages.flatMap(({ terms }) => terms)).length

/** Files whose terms stand where no term may stand; what is read of them is told in a warning. */
const misplaced = /badelementorder|DCA-Bad4/

/** Every kind of trouble is met in the smaller ones; the larger ones are read once. */
const isSmall = ({ entries }: RealFile): boolean => entries <= 60

const withFiles = describeIf(tbxData.isThere, 'the real TBX files are not here (../shared/data/tbx/real)')

withFiles('TBX files of other programs', () => {
  const files = tbxData.isThere ? realFiles() : []
  const readable = files.filter(({ wellFormed }) => wellFormed)

  test('are read with every entry and term', async () => {
    const wrong: string[] = []
    for (const file of readable.filter(({ path }) => !misplaced.test(path))) {
      const { entries, warnings } = await readWhole(bytesOf(file), file.path)
      const empty = warnings.filter(({ code }) => code === 'empty-term').reduce((sum, { count }) => sum + count, 0)
      if (entries.length !== file.entries || termCount(entries) + empty !== file.terms)
        wrong.push(
          `${file.path}: ${entries.length} of ${file.entries} entries, ${termCount(entries) + empty} of ${file.terms} terms`,
        )
    }
    expect(wrong).toEqual([])
  })

  test('that lost a tag are read with a warning', async () => {
    for (const file of readable.filter(({ path }) => misplaced.test(path))) {
      const { warnings } = await readWhole(bytesOf(file), file.path)
      expect(warnings.map(({ code }) => code)).toContain(/Bad4/.test(file.path) ? 'outside-entry' : 'empty-term')
    }
  })

  test('that are no XML are refused with line, reason and remedy', async () => {
    for (const file of files.filter(({ wellFormed }) => !wellFormed)) {
      const error: unknown = await readWhole(bytesOf(file), file.path).catch((error: unknown) => error)
      expect(error).toBeInstanceOf(DomainError)
      expect((error as DomainError).details).toMatchObject({
        remedy: expect.stringMatching(/\.$/),
        place: { file: file.path, line: expect.any(Number) },
      })
    }
  })

  test.each(['tbx-dca', 'tbx-basic-dca', 'tbx-basic-dct', 'tbx-2008'])(
    'written as %s and read again are written the same',
    async (format) => {
      const changed: string[] = []
      for (const file of readable.filter(isSmall)) {
        const first = await writeWhole(format, await readWhole(bytesOf(file), file.path))
        const second = await writeWhole(format, await readWhole(first.bytes))
        if (second.text !== first.text) changed.push(file.path)
      }
      expect(changed).toEqual([])
    },
  )

  test('come back from JSONL with nothing lost', async () => {
    for (const file of readable.filter(isSmall)) {
      const glossary = await readWhole(bytesOf(file), file.path)
      const { bytes, losses } = await writeWhole('jsonl', glossary)
      const back = await readWhole(bytes)
      expect(losses).toEqual([])
      expect(back.entries).toEqual(glossary.entries)
      expect(back.backMatter).toEqual(glossary.backMatter)
    }
  })

  test('of valid TBX-Basic come back equal node by node', async () => {
    const basic = readable.filter(({ dialect, style, valid }) => valid && dialect === 'TBX-Basic' && style === 'dca')
    const compared: string[] = []
    for (const file of basic) {
      const bytes = bytesOf(file)
      const glossary = await readWhole(bytes, file.path)
      // The schemas let empty terms and a second section of one language pass; we do not keep them so.
      if (glossary.warnings.some(({ code }) => code === 'empty-term' || code === 'same-language-twice')) continue
      const { text, losses } = await writeWhole('tbx-basic-dca', glossary)
      // Nor addresses that are none: the rule against them is dead in the published Schematron.
      if (losses.some(({ category }) => category.endsWith('without an http address'))) continue
      expect(losses).toEqual([])
      expect(differenceOfXml(new TextDecoder().decode(bytes), text)).toBeNull()
      compared.push(file.path)
    }
    expect(compared.length).toBeGreaterThan(5)
  })

  test('make files of a private dialect that keep the core structure, whatever was wrong with them', async () => {
    const invalid: string[] = []
    for (const file of readable.filter(isSmall)) {
      const { text, bytes } = await writeWhole('tbx-dca', await readWhole(bytesOf(file), file.path))
      const { violations } = await validateTbx(whole(bytes))
      if (violations.some(({ rule }) => rule !== 'sense')) invalid.push(file.path)
      if (violations.length === 0 && violationsOfRng(text, 'TBXcoreStructV03.rng').length > 0)
        invalid.push(`${file.path}, by the schema`)
    }
    expect(invalid).toEqual([])
  })

  test('make valid TBX-Basic, whatever was wrong with them', async () => {
    const invalid: string[] = []
    for (const file of readable.filter(isSmall).filter((_, index) => index % 4 === 0)) {
      const { text } = await writeWhole('tbx-basic-dca', await readWhole(bytesOf(file), file.path))
      if (violationsOfDca(text, 'Basic').length > 0) invalid.push(file.path)
    }
    expect(invalid).toEqual([])
  })
})
