import { describe, expect, test } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { existsSync } from 'node:fs'
import PDFDocument from 'pdfkit'
import { DomainError } from '../../shared/errors.js'
import type { PdfLine } from '../pdf/pages.js'
import { paragraphsOf } from '../pdf/paragraphs.js'
import { withoutRadicals } from '../pdf/radicals.js'
import { readableNames } from '../zip/entry-names.js'
import { isArchiveOfDocuments, readArchive } from '../zip/read-archive.js'
import { pairByName } from './pair-by-name.js'
import { readSourceFile } from './read-source-file.js'
import { readSourcePair } from './read-source-pair.js'
import type { SourceFile } from './source-file.js'

const languages = { source: 'zh', target: 'en' }
const bytesOf = (content: string | Uint8Array): Uint8Array => (typeof content === 'string' ? strToU8(content) : content)
const read = (name: string, content: string | Uint8Array): Promise<SourceFile> =>
  readSourceFile(name, bytesOf(content), { languages })

async function pairs(name: string, content: string | Uint8Array): Promise<[string, string][]> {
  const file = await read(name, content)
  if (file.kind !== 'segments') throw new Error(`read as ${file.kind}`)
  return file.segments.map(({ source, target }) => [source, target])
}

async function refusal(made: Promise<unknown> | (() => unknown)): Promise<DomainError> {
  try {
    await (typeof made === 'function' ? made() : made)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

const codesOf = ({ warnings = [] }: { warnings?: { code: string; count?: number }[] }): string[] =>
  warnings.map(({ code, count }) => `${code} ${count ?? 1}`)

describe('gettext', () => {
  const po = `msgid ""
msgstr ""
"Language: zh_CN\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#: a.c:1
msgid "ball "
"valve"
msgstr "球阀"

msgctxt "menu"
msgid "%d file\\n"
msgid_plural "%d files\\n"
msgstr[0] "%d 个文件\\n"

#, c-format, fuzzy
msgid "open"
msgstr "关闭"

msgid "untranslated"
msgstr ""

#~ msgid "old"
#~ msgstr "旧"
`
  test('gives its translations in the declared direction, and tells what was left out', async () => {
    expect(await pairs('zh.po', po)).toEqual([
      ['球阀', 'ball valve'],
      ['%d 个文件\n', '%d file\n'],
    ])
    expect(codesOf(await read('zh.po', po))).toEqual([
      'obsolete-left-out 1',
      'fuzzy-left-out 1',
      'untranslated-left-out 1',
    ])
  })
  test('pairs both forms of languages that have two', async () => {
    const text = 'msgid "a file"\nmsgid_plural "files"\nmsgstr[0] "一个文件"\nmsgstr[1] "多个文件"\n'
    expect(await pairs('a.po', text)).toEqual([
      ['一个文件', 'a file'],
      ['多个文件', 'files'],
    ])
  })
  test('is read in the encoding it declares', async () => {
    const head = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=GB2312\\n"\nmsgid "valve"\nmsgstr "'
    const bytes = Buffer.concat([Buffer.from(head), Buffer.from([0xb7, 0xa7]), Buffer.from('"\n')])
    expect(await pairs('a.po', bytes)).toEqual([['阀', 'valve']])
  })
  test('is refused at the line that is broken, or when nothing is translated', async () => {
    expect((await refusal(read('a.po', `${po}msgid "x\n`))).details.place).toEqual({ file: 'a.po', line: 25 })
    expect((await refusal(read('a.pot', 'msgid "valve"\nmsgstr ""\n'))).message).toMatch(/No message/)
  })
})

const sheet = (rows: string[][]): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}">${cells
          .map((text, column) =>
            text ? `<c r="${'ABCDEF'[column]}${row + 1}" t="inlineStr"><is><t>${text}</t></is></c>` : '',
          )
          .join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`

function workbook(sheets: string[][][], hidden: number[] = []): Uint8Array {
  const list = sheets.map(
    (_rows, index) =>
      `<sheet name="S${index}" sheetId="${index + 1}" r:id="r${index}"${hidden.includes(index) ? ' state="hidden"' : ''}/>`,
  )
  const rels = sheets.map((_rows, index) => `<Relationship Id="r${index}" Target="worksheets/s${index}.xml"/>`)
  const parts: Record<string, string> = {
    'xl/workbook.xml': `<workbook xmlns="m" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="r">${rels.join('')}</Relationships>`,
    ...Object.fromEntries(sheets.map((rows, index) => [`xl/worksheets/s${index}.xml`, sheet(rows)])),
  }
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)])))
}

describe('spreadsheets', () => {
  test('give the columns that name the languages', async () => {
    const book = workbook([
      [
        ['Valves 2024'],
        ['No', 'English', 'Remark', 'Chinese'],
        ['1', 'ball valve', 'a much longer remark in English', '球阀'],
        ['2', 'tap', '', ''],
      ],
    ])
    expect(await pairs('a.xlsx', book)).toEqual([['球阀', 'ball valve']])
    expect(codesOf(await read('a.xlsx', book))).toEqual(['rows-left-out 1'])
  })
  test('without titles give the two columns of text, hidden sheets left out', async () => {
    const rows = [
      ['ball valve', '球阀'],
      ['tap', '龙头'],
    ]
    expect(await pairs('a.xlsx', workbook([rows, rows], [1]))).toEqual([
      ['球阀', 'ball valve'],
      ['龙头', 'tap'],
    ])
  })
  test('in one language only are refused', async () => {
    const error = await refusal(read('a.xlsx', workbook([[['ball valve', 'a valve with a ball']]])))
    expect(error.message).toContain('zh and en')
  })
})

describe('subtitles', () => {
  const zh = '1\n00:00:01,000 --> 00:00:03,000\n球阀<i>泄漏</i>。\n\n2\n00:00:04,000 --> 00:00:06,000\n请关闭\n龙头。\n'
  const en =
    'WEBVTT\n\nNOTE nothing\n\n00:01.100 --> 00:02.000 align:start\nThe ball valve\n\n00:02.000 --> 00:03.100\nleaks.\n\n00:04.000 --> 00:06.000\n<c.y>Close the tap.</c>\n\n00:20.000 --> 00:21.000\nEnd.\n'
  test('of two files are paired by the time they are shown', async () => {
    const read = await readSourcePair(
      { name: 'a.zh.srt', bytes: strToU8(zh) },
      { name: 'a.en.vtt', bytes: strToU8(en) },
      { languages },
    )
    expect(read.kind === 'segments' && read.segments.map(({ source, target }) => [source, target])).toEqual([
      ['球阀泄漏。', 'The ball valve leaks.'],
      ['请关闭 龙头。', 'Close the tap.'],
    ])
    expect(codesOf(read)).toEqual(['cues-without-counterpart 1'])
  })
  test('with both languages in each caption are pairs', async () => {
    expect(
      await pairs('a.srt', zh.replace('龙头。', '龙头。\nClose the tap.').replace('。\n\n2', '。\nIt leaks.\n\n2')),
    ).toEqual([
      ['球阀泄漏。', 'It leaks.'],
      ['请关闭 龙头。', 'Close the tap.'],
    ])
  })
  test('of one language are text', async () => {
    expect(await read('a.srt', zh)).toMatchObject({ kind: 'text', text: '球阀泄漏。\n请关闭 龙头。' })
  })
})

describe('Word documents', () => {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
  const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
  const cell = (text: string, properties = ''): string =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(text)}</w:tc>`
  const docx = (body: string, notes = ''): Uint8Array =>
    zipSync({
      'word/document.xml': strToU8(`<w:document ${w}><w:body>${body}</w:body></w:document>`),
      ...(notes && {
        'word/footnotes.xml': strToU8(`<w:footnotes ${w}><w:footnote>${notes}</w:footnote></w:footnotes>`),
      }),
    })
  const rows = [
    cell('中文') + cell('English'),
    cell('球阀泄漏。', '<w:vMerge w:val="restart"/>') + cell('The ball valve'),
    cell('', '<w:vMerge/>') + cell('leaks.'),
    cell('Chapter 2', '<w:gridSpan w:val="2"/>'),
    cell('龙头') + cell('tap'),
  ]
  const table = `<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join('')}</w:tbl>`

  test('join the rows that a merged cell goes over', async () => {
    expect(await pairs('a.docx', docx(table))).toEqual([
      ['球阀泄漏。', 'The ball valve\nleaks.'],
      ['龙头', 'tap'],
    ])
  })
  test.each([
    ['numbers and titles', ['No.', 'Source', 'Target'], ['1', '球阀泄漏。', 'The ball valve leaks.']],
    [
      'states and comments',
      ['ID', 'Status', 'Target', 'Source', 'Comment'],
      ['7', 'ok', 'The ball valve leaks.', '球阀泄漏。', ''],
    ],
    ['no titles', ['1', '龙头', 'tap', ''], ['2', '球阀泄漏。', 'The ball valve leaks.', 'ok']],
  ])('of more columns: %s', async (_, ...rows) => {
    const body = rows.map((cells) => `<w:tr>${cells.map((text) => cell(text)).join('')}</w:tr>`).join('')
    expect((await pairs('a.docx', docx(`<w:tbl>${body}</w:tbl>`))).at(-1)).toEqual([
      '球阀泄漏。',
      'The ball valve leaks.',
    ])
    expect(await pairs('a.docx', docx(`<w:tbl>${body}</w:tbl>`))).toHaveLength(rows[0]![0] === '1' ? 2 : 1)
  })
  test('of which the titles say source and target in either order', async () => {
    const body = `<w:tbl><w:tr>${cell('Target')}${cell('Source')}</w:tr><w:tr>${cell('robinet')}${cell('tap')}</w:tr></w:tbl>`
    const file = await readSourceFile('a.docx', docx(body), { languages: { source: 'en', target: 'fr' } })
    expect(file.kind === 'segments' && file.segments.map(({ source, target }) => [source, target])).toEqual([
      ['tap', 'robinet'],
    ])
  })
  test('read footnotes after the text, and tell those beside a table', async () => {
    expect(await read('a.docx', docx(paragraph('球阀'), paragraph('即阀门')))).toMatchObject({ text: '球阀\n即阀门' })
    expect(codesOf(await read('a.docx', docx(table, paragraph('note'))))).toEqual(['footnotes-left-out 1'])
  })
  test('go by the titles of two columns in one script', async () => {
    const french = `<w:tbl><w:tr>${cell('French')}${cell('English')}</w:tr><w:tr>${cell('robinet')}${cell('tap')}</w:tr></w:tbl>`
    const file = await readSourceFile('a.docx', docx(french), { languages: { source: 'en', target: 'fr' } })
    expect(file.kind === 'segments' && file.segments[0]).toMatchObject({ source: 'tap', target: 'robinet' })
  })
})

const noto = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'

async function pdf(pages: string[][], font?: string): Promise<Uint8Array> {
  const document = new PDFDocument({ size: 'A4', margin: 72, autoFirstPage: false })
  if (font) document.font(font, 'NotoSansCJKsc-Regular')
  const chunks: Buffer[] = []
  document.on('data', (chunk: Buffer) => chunks.push(chunk))
  const ended = new Promise((resolve) => document.on('end', resolve))
  for (const [index, lines] of pages.entries()) {
    document.addPage()
    document.text('Valves and taps 2024', 72, 40, { lineBreak: false })
    for (const [row, line] of lines.entries()) document.text(line, 72, 100 + row * 16, { lineBreak: false })
    document.text(`- ${index + 1} -`, 280, 740, { lineBreak: false })
  }
  document.end()
  await ended
  return Buffer.concat(chunks)
}

describe('PDF', () => {
  const english = [
    [
      'The ball valve leaks because its seat was',
      'damaged when the pipe was cleaned, and no-',
      'body looked. It is closed.',
    ],
    ['Close the tap before you open the lid of the'],
    ['pump, and wait until it has come to rest.'],
  ]
  test('gives paragraphs, also across pages, without page numbers and running heads', async () => {
    const file = await read('a.pdf', await pdf(english))
    expect(file).toMatchObject({
      kind: 'text',
      text:
        'The ball valve leaks because its seat was damaged when the pipe was cleaned, and nobody looked. It is closed.\n' +
        'Close the tap before you open the lid of the pump, and wait until it has come to rest.',
    })
    expect(codesOf(file)).toEqual(['pdf-layout 1', 'page-furniture 6'])
  })
  const withFont = existsSync(noto) ? test : test.skip
  withFont('gives Chinese as it stands (needs the font of Debian: fonts-noto-cjk)', async () => {
    const lines = ['球阀因阀座损坏而泄漏，清洗管道时无人', '注意到这一点。现在它已经关闭。']
    expect(await read('a.pdf', await pdf([lines], noto))).toMatchObject({
      text: `Valves and taps 2024\n${lines.join('')}`,
    })
  })
  test('has the characters that its radicals stand for, and no space before a bracket', () => {
    expect(withoutRadicals('⾼⻑⻢⼯⺝')).toBe('高長马工月')
    const line = (text: string, row: number): PdfLine => ({
      text,
      left: 72,
      right: 500,
      bottom: 700 - row * 16,
      height: 12,
    })
    expect(paragraphsOf([[line('加強框架內的國', 0), line('(guó)際反恐合作', 1), line('WTO 成員', 2)]])).toEqual([
      '加強框架內的國(guó)際反恐合作 WTO 成員',
    ])
  })
  test('without text is told to be a scan, a damaged one to be damaged', async () => {
    const empty = new PDFDocument({ size: 'A4' })
    const chunks: Buffer[] = []
    empty.on('data', (chunk: Buffer) => chunks.push(chunk))
    const ended = new Promise((resolve) => empty.on('end', resolve))
    empty.rect(10, 10, 100, 100).fill('black')
    empty.end()
    await ended
    expect((await refusal(read('a.pdf', Buffer.concat(chunks)))).details.remedy).toMatch(/OCR/)
    expect((await refusal(read('a.pdf', '%PDF-1.7\nnothing of the kind'))).message).toMatch(/damaged/)
  })
})

describe('two files', () => {
  const pairOf = (source: string, target: string, names = ['a.zh.txt', 'a.en.txt']) =>
    readSourcePair(
      { name: names[0]!, bytes: strToU8(source) },
      { name: names[1]!, bytes: strToU8(target) },
      { languages },
    )
  test('are texts to be aligned', async () => {
    expect(await pairOf('球阀。\n', 'Ball valve.\n')).toMatchObject({ kind: 'texts', aligned: false })
  })
  test('are paired line by line when they are called as Moses calls them', async () => {
    expect(await pairOf('一\n二\n', 'one\ntwo\n', ['c.zh', 'c.en'])).toMatchObject({ aligned: true })
    expect(await pairOf('一\n二\n', 'one\n', ['c.zh', 'c.en'])).toMatchObject({ aligned: false })
  })
  test('of which one holds pairs are refused', async () => {
    expect((await refusal(pairOf('一\tone\n', 'two\n', ['c.tsv', 'c.txt']))).message).toMatch(/pairs already/)
  })
})

describe('names', () => {
  test.each([
    [['report.zh.docx', 'report.en.docx'], [['report.zh.docx', 'report.en.docx']]],
    [['en/a.txt', 'zh/a.txt', 'zh/b.txt'], [['zh/a.txt', 'en/a.txt']]],
    [['corpus.en', 'corpus.zh'], [['corpus.zh', 'corpus.en']]],
    [['report_en-US.txt', 'report_zh-CN.txt'], [['report_zh-CN.txt', 'report_en-US.txt']]],
    [['doc_zh-CN.txt', 'doc_en-US.txt', 'doc_de.txt'], [['doc_zh-CN.txt', 'doc_en-US.txt']]],
    [['报告_英文.txt', '报告_中文.md'], [['报告_中文.md', '报告_英文.txt']]],
    [['Report (English).pdf', 'Report (Chinese).pdf'], [['Report (Chinese).pdf', 'Report (English).pdf']]],
    [['a.zh.tmx', 'a.en.tmx', 'readme.txt'], []],
  ])('%j', (names, expected) => {
    expect(pairByName(names, languages).pairs.map(({ source, target }) => [source, target])).toEqual(expected)
  })
})

describe('archives', () => {
  const zip = (files: Record<string, string | Uint8Array>): Uint8Array =>
    zipSync(Object.fromEntries(Object.entries(files).map(([name, content]) => [name, bytesOf(content)])))

  test('are read as their pairs and bilingual files, and tell what was left alone', () => {
    const archive = zip({
      'zh/report.txt': '球阀',
      'en/report.txt': 'ball valve',
      'memory.tmx': '<tmx/>',
      'only.zh.txt': '龙头',
      'logo.png': 'x',
      '__MACOSX/._report.txt': 'x',
      'more.zip': 'x',
    })
    const { documents, leftAlone } = readArchive('all.zip', archive, { languages })
    expect(documents.map(({ file, targetFile }) => [file.name, targetFile?.name])).toEqual([
      ['all.zip/zh/report.txt', 'all.zip/en/report.txt'],
      ['all.zip/memory.tmx', undefined],
    ])
    expect(leftAlone.map(({ name, why }) => `${name} ${why}`).sort()).toEqual([
      '__MACOSX/._report.txt belongs to the system',
      'logo.png is no document that is read',
      'more.zip is an archive in an archive',
      'only.zh.txt has no counterpart in the other language',
    ])
  })

  test('have their names read as they were written, in GBK too', () => {
    const gbk = { '报告_中文.txt': 'b1a8b8e65fd6d0cec42e747874', '报告_英文.txt': 'b1a8b8e65fd3a2cec42e747874' }
    const garbled = Object.values(gbk).map((hex) => Buffer.from(hex, 'hex').toString('latin1'))
    expect([...readableNames(garbled, ['zh', 'en']).keys()]).toEqual(Object.keys(gbk))
    expect([...readableNames(['Größe.de.txt', 'a.txt'], ['de', 'en']).keys()]).toEqual(['Größe.de.txt', 'a.txt'])
    // Names of the same length in ASCII carry no mark of UTF-8: their bytes are put in the place of others.
    let archive = Buffer.from(zip({ 'source---.txt': '球阀', 'target---.txt': 'ball valve' })).toString('latin1')
    archive = archive.replaceAll('source---.txt', garbled[0]!).replaceAll('target---.txt', garbled[1]!)
    const { documents } = readArchive('all.zip', Buffer.from(archive, 'latin1'), { languages })
    expect(documents.map(({ file, targetFile }) => [file.name, targetFile?.name])).toEqual([
      ['all.zip/报告_中文.txt', 'all.zip/报告_英文.txt'],
    ])
  })

  test('are told from documents that are archives themselves', () => {
    expect(isArchiveOfDocuments(zip({ 'a.zh.txt': 'x' }), 'a.zip')).toBe(true)
    expect(isArchiveOfDocuments(zip({ 'word/document.xml': 'x' }), 'a.docx')).toBe(false)
    expect(isArchiveOfDocuments(bytesOf('text'), 'a.zip')).toBe(false)
  })

  test.each<[string, Record<string, string | Uint8Array>, RegExp]>([
    ['a path out of it', { '../../etc/passwd': 'x', 'a.zh.txt': 'x' }, /points outside/],
    ['an absolute path', { '/etc/passwd': 'x' }, /points outside/],
    ['a bomb', { 'a.zh.txt': new Uint8Array(60_000_000), 'a.en.txt': 'x' }, /would unpack/],
    [
      'too many entries',
      Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`${at}.txt`, 'x'])),
      /2100 entries/,
    ],
    ['nothing to read', { 'logo.png': 'x' }, /no document/],
    ['an archive that does not say so', { 'a.txt': zip({ 'b.txt': 'x' }) }, /archive in an archive/],
  ])('with %s are refused, with a remedy', async (_name, files, message) => {
    const error = await refusal(() => readArchive('all.zip', zip(files), { languages }))
    expect(error.message).toMatch(message)
    expect(error.details.remedy).toBeTruthy()
  })
})
