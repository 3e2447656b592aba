import { describe, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { DomainError } from '../../shared/errors.js'
import { previewTable } from '../table/preview-table.js'
import { readTable, type ReadTableOptions } from '../table/read-table.js'

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

interface Sheet {
  name: string
  state?: string
  rows: string
  merged?: string[]
}

/** A workbook of the rows as XML, with the formats 1 date, 2 percent, 3 date and time. */
function workbook(sheets: Sheet[], more: Record<string, string> = {}, date1904 = false): Uint8Array {
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relationships}"><workbookPr date1904="${date1904}"/><sheets>${sheets
      .map(
        ({ name, state }, index) =>
          `<sheet name="${name}" sheetId="${index + 1}" ${state ? `state="${state}"` : ''} r:id="rId${index + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map(
        (_, index) =>
          `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/s${index + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${main}"><numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': `<sst xmlns="${main}"><si><t>球阀</t></si><si><r><t>ball </t></r><r><rPr><b/></rPr><t>valve</t></r></si><si><t>漢字</t><rPh sb="0" eb="2"><t>かんじ</t></rPh></si></sst>`,
    ...Object.fromEntries(
      sheets.map(({ rows, merged = [] }, index) => [
        `xl/worksheets/s${index + 1}.xml`,
        `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData><mergeCells>${merged.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells></worksheet>`,
      ]),
    ),
    ...more,
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, new TextEncoder().encode(xml)])))
}

const text = (cell: string): string => `<c t="inlineStr"><is><t>${cell}</t></is></c>`
const row = (...cells: string[]): string =>
  `<row>${cells.map((cell) => (cell.startsWith('<') ? cell : text(cell))).join('')}</row>`
const terms = (rows: string): Sheet => ({ name: 'Terms', rows: row('zh', 'en') + rows })

// oxlint-disable-next-line typescript/require-await -- readers take their bytes as a stream
async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

async function read(bytes: Uint8Array, options: ReadTableOptions = {}) {
  const { entries, warnings } = await readTable(once(bytes), { file: 'terms.xlsx', ...options })
  const read: string[][] = []
  for await (const { languages } of entries) read.push(languages.flatMap(({ terms }) => terms.map(({ text }) => text)))
  return { read, codes: warnings.map(({ code }) => code) }
}

describe('the cells of a workbook', () => {
  test.each<[string, string, string[]]>([
    ['shared strings, rich text joined', row('<c t="s"><v>0</v></c>', '<c t="s"><v>1</v></c>'), ['球阀', 'ball valve']],
    ['without how they are read aloud', row('<c t="s"><v>2</v></c>', 'kanji'), ['漢字', 'kanji']],
    ['numbers as they are shown', row('<c><v>42</v></c>', '<c><v>0.30000000000000004</v></c>'), ['42', '0.3']],
    ['large numbers without an exponent', row('<c><v>1.2345678901E10</v></c>', 'x'), ['12345678901', 'x']],
    [
      'dates as ISO 8601',
      row('<c s="1"><v>45443</v></c>', '<c s="3"><v>45443.5</v></c>'),
      ['2024-05-31', '2024-05-31T12:00:00'],
    ],
    ['percentages', row('<c s="2"><v>0.5</v></c>', 'half'), ['50%', 'half']],
    ['truth values', row('<c t="b"><v>1</v></c>', 'true'), ['TRUE', 'true']],
    ['formulas by their last result', row('<c t="str"><f>A1&amp;"x"</f><v>甲</v></c>', 'a'), ['甲', 'a']],
    [
      'addresses of cells, out of order in the file',
      '<row r="9"><c r="A9" t="s"><v>0</v></c><c r="B9" t="inlineStr"><is><t>b</t></is></c></row>',
      ['球阀', 'b'],
    ],
  ])('are %s', async (_, rows, expected) => {
    expect((await read(workbook([terms(rows)]))).read).toEqual([expected])
  })

  test('count days from 1904 when the workbook says so', async () => {
    const book = workbook([terms(row('<c s="1"><v>0</v></c>', 'x'))], {}, true)
    expect((await read(book)).read).toEqual([['1904-01-01', 'x']])
  })

  test('with errors or formulas without a result are empty, and told', async () => {
    const { read: found, codes } = await read(
      workbook([terms(row('甲', '<c t="e"><v>#N/A</v></c>') + row('乙', '<c><f>A1</f></c>'))]),
    )
    expect(found).toEqual([['甲'], ['乙']])
    expect(codes).toEqual(['cell-error', 'formula-without-result'])
  })

  test('that are merged are in every row they reach over', async () => {
    const rows =
      row('concept', 'language', 'term') + row('7', 'zh', '甲') + row('<c/>', 'en', 'a') + row('<c/>', 'en', 'b')
    expect((await read(workbook([{ name: 'S', rows, merged: ['A2:A4'] }]))).read).toEqual([['甲', 'a', 'b']])
  })
})

describe('the sheets of a workbook', () => {
  const hidden = { name: 'Lists', state: 'hidden', rows: row('zh', 'en') + row('no', 'no') }
  const other = { name: 'Other', rows: row('de', 'en') + row('Hahn', 'tap') }

  test('are shown in the preview, the first visible one read', async () => {
    const book = workbook([hidden, terms(row('甲', 'a')), other])
    expect(await previewTable(once(book))).toMatchObject({
      format: 'xlsx',
      sheets: [
        { name: 'Lists', hidden: true },
        { name: 'Terms', hidden: false },
        { name: 'Other', hidden: false },
      ],
      mapping: { sheet: 'Terms', headerLine: 1, columns: ['term:zh', 'term:en'] },
    })
    expect(await read(book)).toEqual({ read: [['甲', 'a']], codes: ['other-sheets'] })
  })

  test('can be chosen, hidden ones too', async () => {
    const mapping = { headerLine: 1, columns: ['term:de', 'term:en'], sheet: 'Other' }
    expect((await read(workbook([hidden, terms(''), other]), { mapping })).read).toEqual([['Hahn', 'tap']])
  })
})

describe('a workbook is refused', () => {
  const refusal = async (bytes: Uint8Array, options?: ReadTableOptions): Promise<DomainError> => {
    const error: unknown = await read(bytes, options).catch((error: unknown) => error)
    expect(error).toBeInstanceOf(DomainError)
    return error as DomainError
  }

  test('that unpacks to far more than it is', async () => {
    const bomb = workbook([terms('')], { 'xl/sharedStrings.xml': ' '.repeat(20_000_000) })
    const begin = Date.now()
    const error = await refusal(bomb)
    expect(error).toMatchObject({
      code: 'too-large',
      details: { remedy: expect.any(String), place: { file: 'terms.xlsx' } },
    })
    expect(Date.now() - begin).toBeLessThan(2000)
  })

  test('that defines entities', async () => {
    const evil = workbook([terms('')], { 'xl/sharedStrings.xml': '<!DOCTYPE a [<!ENTITY b "c">]><sst/>' })
    expect((await refusal(evil)).message).toMatch(/entities of its own/)
  })

  test('that is cut off, or asked for a sheet it has not', async () => {
    expect((await refusal(workbook([terms('')]).subarray(0, 500))).message).toMatch(/damaged|cut off/)
    const mapping = { headerLine: 1, columns: ['term:zh'], sheet: 'None' }
    expect((await refusal(workbook([terms('')]), { mapping })).details.remedy).toMatch(/It has "Terms"/)
  })
})
