import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { glossaryFormats, toConceptEntry, validateTbx } from '../../src/formats/index.js'
import { readWhole, writeWhole } from '../support/glossary-files.js'
import { termloom } from '../support/run-termloom.js'

jest.setTimeout(180_000)

/** What every format can say: two languages, one preferred term each. */
const entries = [
  ['1', 'ball valve', '球阀'],
  ['2', 'gate valve', '闸阀'],
].map(([id, en, zh]) =>
  toConceptEntry({
    id: id!,
    languages: [
      { language: 'en', terms: [{ text: en! }] },
      { language: 'zh', terms: [{ text: zh! }] },
    ],
  }),
)
const glossary = { header: { title: 'Valves', languages: ['en', 'zh'] }, entries }
const pair = { source: 'en', target: 'zh', date: '2024-05-31' }

/** For print and beside other files: nobody reads a glossary back from them. */
const readable = glossaryFormats.map(({ id }) => id).filter((id) => !/html|pdf|xdt/.test(id))

describe('every format that is written is read again', () => {
  test.each(readable)('%s', async (format) => {
    const { bytes } = await writeWhole(format, glossary, pair)
    const back = await readWhole(bytes, format, 4093, pair)
    const terms = back.entries.map(({ languages }) =>
      Object.fromEntries(languages.map(({ language, terms }) => [language.slice(0, 2), terms[0]!.text])),
    )
    expect(terms).toEqual([
      { en: 'ball valve', zh: '球阀' },
      { en: 'gate valve', zh: '闸阀' },
    ])
  })
})

describe('the commands', () => {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'termloom-convert-'))
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const file = (name: string, content?: string | Uint8Array): string => {
    const place = path.join(folder, name)
    if (content !== undefined) writeFileSync(place, content)
    return place
  }
  // oxlint-disable-next-line typescript/require-await -- the validator takes its bytes as a stream
  const verdictOf = async (name: string) =>
    validateTbx(
      (async function* () {
        yield await Promise.resolve(readFileSync(file(name)))
      })(),
    )

  test('convert a table by a mapping into TBX that is valid', async () => {
    const input = file('terms.csv', '1;球阀;ball valve;zh_CN\n2;闸阀;gate valve;x\n')
    const done = await termloom([
      'convert',
      input,
      file('terms.tbx'),
      '--mapping',
      'concept,term:zh,term:en,-',
      '--no-header',
    ])
    expect(done).toMatchObject({ code: 0, stdout: '', stderr: expect.stringContaining('2 concepts with 4 terms') })
    expect(await verdictOf('terms.tbx')).toMatchObject({ valid: true, entries: 2, terms: 4 })
  })

  test('convert into a workbook with a row per concept and back', async () => {
    const input = file('in.csv', 'id,en,zh,en pos\n1,ball valve,球阀,noun\n')
    expect((await termloom(['convert', input, file('out.xlsx'), '--rows', 'concept'])).code).toBe(0)
    expect((await termloom(['convert', file('out.xlsx'), file('back.csv'), '--rows', 'concept'])).code).toBe(0)
    expect(readFileSync(file('back.csv'), 'utf8')).toContain('ball valve')
  })

  test('tell what was lost, and that a language code was mended', async () => {
    const tbx = (await writeWhole('tbx-basic-dca', glossary)).text
      .replace('xml:lang="zh"', 'xml:lang="zh-CHS"')
      .replace('<term>ball valve</term>', '<term>ball valve</term><termNote type="termType">variant</termNote>')
    const done = await termloom(['convert', file('in.tbx', tbx), '-', '--to', 'tbx-core'])
    expect(done.code).toBe(0)
    expect(done.stderr).toMatch(/"zh-CHS" was read as zh-Hans/)
    expect(done.stderr).toMatch(/1 +dropped +termType/)
  })

  test('leave control characters out on request', async () => {
    const broken = file(
      'broken.tbx',
      (await writeWhole('tbx-basic-dca', glossary)).text.replace('ball valve', 'ball&#3; valve'),
    )
    const refused = await termloom(['convert', broken, file('x.csv')])
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toMatch(/broken\.tbx:\d+:\d+: .*not well-formed[^]*--repair/)
    expect((await termloom(['convert', broken, file('x.csv'), '--repair'])).code).toBe(0)
  })

  test('validate several files and say which are wrong, and what to do', async () => {
    const { text } = await writeWhole('tbx-basic-dca', glossary)
    const right = file('right.tbx', text)
    const wrong = file(
      'wrong.tbx',
      text.replace('<term>ball valve</term>', '<term/><termNote type="partOfSpeech">Noun</termNote>'),
    )
    const done = await termloom(['validate', right, wrong])
    expect(done.code).toBe(1)
    expect(done.stdout).toMatch(/wrong\.tbx:\d+:\d+: sense: The term is empty/)
    expect(done.stdout).toMatch(/1 {2}picklist: Write "noun"\./)
    expect(done.stdout).toMatch(/2 files: 1 valid, 1 not valid\n$/)
    expect((await termloom(['validate', right])).code).toBe(0)
    const json = (await termloom(['validate', wrong, '--format', 'json'])).stdout
    expect(JSON.parse(json)).toMatchObject({
      valid: false,
      violations: [{ rule: 'sense', remedy: expect.any(String) }, {}],
    })
  })

  test('refuse wrong usage', async () => {
    expect((await termloom(['validate'])).code).toBe(2)
    expect((await termloom(['convert', 'a', 'b.csv', '--from', 'x'])).code).toBe(2)
    expect((await termloom(['validate', file('none.tbx')])).code).toBe(1)
  })
})
