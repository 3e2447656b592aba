import { describe, expect, test } from '@jest/globals'
import { existsSync, readFileSync } from 'node:fs'
import { writeGlossary, type WriteOptions } from '../glossary-formats.js'
import { toConceptEntry, type PlainConcept } from '../model/plain-concept.js'
import { readPdf } from '../pdf/read-pdf.js'
import { orderingsOf } from './orderings.js'

const valve: PlainConcept = {
  id: 'c7',
  subjectField: 'plumbing',
  definition: 'valve with a <ball>',
  languages: [
    {
      language: 'en',
      terms: [
        { text: 'ball cock', administrativeStatus: 'deprecatedTerm-admn-sts' },
        { text: 'ball valve', administrativeStatus: 'preferredTerm-admn-sts', grammaticalGender: 'neuter' },
      ],
    },
    { language: 'zh', terms: [{ text: '球阀', administrativeStatus: 'preferredTerm-admn-sts' }] },
    { language: 'de', terms: [{ text: 'Kugelhahn' }] },
  ],
}
const pair = (id: string, en: string, zh: string, german = ''): PlainConcept => ({
  id,
  languages: [
    { language: 'en', terms: [{ text: en }] },
    { language: 'zh', terms: [{ text: zh }] },
    ...(german ? [{ language: 'de', terms: [{ text: german }] }] : []),
  ],
})
const concepts = [pair('c9', 'tap', '龙头', 'Überlauf'), valve, pair('c8', 'SCO', '上海合作组织', 'Äquator')]

async function write(format: string, options: WriteOptions = {}, written = concepts) {
  const glossary = { header: { title: 'Valves & taps' }, entries: written.map(toConceptEntry) }
  const made = writeGlossary(format, glossary, { source: 'en', target: 'zh', date: '2024-05-01', ...options })
  const chunks: Uint8Array[] = []
  for await (const chunk of made.chunks) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  const losses = made.losses().map(({ category, count }) => `${category} ${count}`)
  return { bytes, text: bytes.toString('utf8'), losses }
}

const headed = (language: string, terms: string[]): string[] =>
  orderingsOf(language).map(({ compare, headingOf }) =>
    terms
      .toSorted(compare)
      .map((term) => `${headingOf(term)} ${term}`)
      .join(', '),
  )

describe('terms are sorted and headed as their language does', () => {
  test.each([
    [
      'zh',
      ['龙头', '阿富汗', '上海', '一国两制'],
      ['A 阿富汗, L 龙头, S 上海, Y 一国两制', '1画 一国两制, 3画 上海, 5画 龙头, 8画 阿富汗'],
    ],
    ['zh-Hant', ['龍頭', '一國'], ['1画 一國, 16画 龍頭', 'L 龍頭, Y 一國']],
    ['de', ['Zug', 'Äquator', 'Bahn', '3D-Druck'], ['0–9 3D-Druck, A Äquator, B Bahn, Z Zug']],
    ['sv', ['zon', 'ånga', 'bil'], ['B bil, Z zon, Å ånga']],
    ['ja', ['さくら', 'バルブ', 'アルミ', '弁'], ['あ アルミ, さ さくら, は バルブ, 漢字 弁']],
    ['ko', ['밸브', '가스'], ['가 가스, 바 밸브']],
    ['ru', ['кран', 'арматура'], ['А арматура, К кран']],
  ])('%s', (language, terms, expected) => {
    expect(headed(language, terms)).toEqual(expected)
  })
})

describe('HTML', () => {
  test('has both directions, an index by strokes, statuses by sign and word, and no address outside', async () => {
    const { text } = await write('html')
    const headings = [...text.matchAll(/<h2>([^<]*)</g)].map(([, heading]) => heading)
    expect(headings).toEqual(['English – 中文', '中文 – English (拼音)', '笔画'])
    expect(text).toContain('<span class="forbidden">ball cock</span> <span class="status">× do not use</span>')
    expect(text).toContain('ball valve <span class="status">● preferred</span>')
    expect(text).toContain('valve with a &lt;ball&gt;')
    expect(text).not.toMatch(/(src|href)="(?!#)|url\(|@import/)
  })
  test('answers with usable terms only, and tells what it does not carry', async () => {
    const { text, losses } = await write('html')
    expect(/<dt>球阀.*?<dd lang="en">(.*?)<\/dd>/.exec(text)![1]).not.toContain('ball cock')
    expect(losses).toEqual(['section in de 3', 'grammaticalGender 1'])
  })
  test('links every line of an index to its headword', async () => {
    const { text } = await write('html')
    const ids = new Set([...text.matchAll(/ id="(t[^"]+)"/g)].map(([, id]) => id))
    const links = [...text.matchAll(/href="#(t[^"]+)"/g)].map(([, id]) => id)
    expect(links).toHaveLength(3)
    expect(links.every((link) => ids.has(link))).toBe(true)
  })
  test('beyond its limit is refused', async () => {
    const terms = Array.from({ length: 1001 }, (_, index) => ({ text: `term ${index}` }))
    const many = Array.from({ length: 200 }, (_, index): PlainConcept => ({
      id: `c${index}`,
      languages: [
        { language: 'en', terms },
        { language: 'zh', terms: [{ text: '词' }] },
      ],
    }))
    await expect(write('html', {}, many)).rejects.toMatchObject({ code: 'too-large' })
  })
})

describe('PDF', () => {
  const noto = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
  test('in Western European letters needs no font', async () => {
    const { bytes } = await write('pdf', { target: 'de' })
    const read = await readPdf('a.pdf', bytes)
    expect(read.kind === 'text' && read.text).toMatch(/English – Deutsch[^]*Äquator[^]*Deutsch – English/)
  })
  test('of Chinese without a font is refused with a remedy', async () => {
    await expect(write('pdf')).rejects.toMatchObject({
      code: 'invalid-input',
      details: { remedy: expect.stringContaining('TERMLOOM_PDF_FONT') },
    })
  })
  test('with a file that is no font is refused', async () => {
    await expect(write('pdf', { font: { name: 'x.ttf', bytes: Buffer.from('no font') } })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })
  const withFont = existsSync(noto) ? test : test.skip
  withFont('of Chinese holds its characters as text, and the same bytes twice (needs fonts-noto-cjk)', async () => {
    const font = { name: 'NotoSansCJK-Regular.ttc', bytes: readFileSync(noto) }
    const [first, second] = [await write('pdf', { font }), await write('pdf', { font })]
    expect(first.bytes.equals(second.bytes)).toBe(true)
    const read = await readPdf('a.pdf', first.bytes)
    expect(read.kind === 'text' && read.text).toMatch(/球阀[^]*上海合作组织/)
    expect(first.bytes.length).toBeLessThan(200_000)
  })
})

test('TMX has a unit for each pair of usable terms', async () => {
  const { text, losses } = await write('tmx')
  expect([...text.matchAll(/<seg>([^<]*)</g)].map(([, segment]) => segment)).toEqual([
    'tap',
    '龙头',
    'ball valve',
    '球阀',
    'SCO',
    '上海合作组织',
  ])
  expect(text).toContain('<header creationtool="Termloom"')
  expect(losses).toContain('term that must not be used 1')
})

test('the definition of a MultiTerm termbase has its languages, and the fields that the XML is written with', async () => {
  const definition = (await write('multiterm-xdt')).bytes.toString('utf16le')
  const xml = (await write('multiterm-xml')).bytes.toString('utf16le')
  for (const language of ['EN', 'ZH', 'DE']) expect(definition).toContain(`<ItemLocale>${language}</ItemLocale>`)
  const described = new Set([...definition.matchAll(/<TextChild[^>]*>([^<]+)</g)].map(([, title]) => title))
  const written = new Set([...xml.matchAll(/<descrip type="([^"]+)"/g)].map(([, title]) => title))
  expect([...written].filter((title) => !described.has(title))).toEqual([])
  expect(definition).toContain('<PicklistValue>preferredTerm-admn-sts</PicklistValue>')
})

test('DeepL takes no control characters, and each is told', async () => {
  const bell = String.fromCharCode(7)
  const { text, losses } = await write('deepl-tsv', {}, [pair('1', `tap${bell}`, '龙头'), pair('2', ' valve ', '阀')])
  expect(text).toBe('valve\t阀\n')
  expect(losses).toEqual(['term with control characters 1'])
})
