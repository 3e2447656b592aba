import { describe, expect, test } from '@jest/globals'
import { previewTable, type PreviewTableOptions, type TablePreview } from './preview-table.js'

// oxlint-disable-next-line typescript/require-await -- readers take their bytes as a stream
async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
const preview = (content: string | Uint8Array, options?: PreviewTableOptions): Promise<TablePreview> =>
  previewTable(once(typeof content === 'string' ? Buffer.from(content) : content), options)

describe('titles are understood', () => {
  test.each<[string, string, (string | null)[]]>([
    ['as they are written here', 'concept,language,term,note\n1,en,a,b', ['concept', 'language', 'term', 'note']],
    ['by language codes', 'zh,en\n甲,a', ['term:zh', 'term:en']],
    ['with regions', 'zh_CN;en-us\n甲;a', ['term:zh-CN', 'term:en-US']],
    ['by names of languages', 'Chinese,English,Definition\n甲,a,b', ['term:zh', 'term:en', 'definition']],
    [
      'in Chinese',
      '编号,中文,英文,词性,定义,备注\n1,甲,a,名词,b,c',
      ['concept', 'term:zh', 'term:en', 'partOfSpeech', 'definition', 'conceptNote'],
    ],
    [
      'in Chinese with a row per term',
      '概念,语言,术语,状态\n1,zh,甲,首选',
      [null, 'language', 'term', 'administrativeStatus'],
    ],
    ['in German', 'Deutsch|Englisch|Fachgebiet\na|b|c', ['term:de', 'term:en', 'subjectField']],
    ['in French', 'français;anglais;Définition\na;b;c', ['term:fr', 'term:en', 'definition']],
    [
      'with a language in brackets',
      'Term (ZH),Term (EN),Definition (EN)\n甲,a,b',
      ['term:zh', 'term:en', 'languageDefinition:en'],
    ],
    [
      'with a language in front',
      'zh term,zh status,en term,en part of speech\n甲,x,a,noun',
      ['term:zh', 'administrativeStatus:zh', 'term:en', 'partOfSpeech:en'],
    ],
    [
      'with a Chinese language in front',
      '中文术语,英文术语,英文定义\n甲,a,b',
      ['term:zh', 'term:en', 'languageDefinition:en'],
    ],
    [
      'with notes beside each language',
      'en-US,notes,it-IT,notes\na,b,c,d',
      ['term:en-US', 'note:en-US', 'term:it-IT', 'note:it-IT'],
    ],
    ['but not when nobody knows them', 'zh,en,colour\n甲,a,b', ['term:zh', 'term:en', null]],
  ])('%s', async (_, text, columns) => {
    expect(await preview(text)).toMatchObject({ complete: true, mapping: { headerLine: 1, columns } })
  })

  test('below a heading', async () => {
    expect(await preview('Glossary of valves,\n\nzh,en\n甲,a')).toMatchObject({
      mapping: { headerLine: 3, columns: ['term:zh', 'term:en'] },
    })
  })

  test('as sides, when the languages are known', async () => {
    const text = 'Source term;Target term\n甲;a'
    expect((await preview(text)).complete).toBe(false)
    expect((await preview(text, { source: 'zh', target: 'en' })).mapping.columns).toEqual(['term:zh', 'term:en'])
  })
})

describe('without titles', () => {
  test('the columns whose script fits the languages hold the terms', async () => {
    const { mapping, columns } = await preview('17,ball valve,球阀\n18,gate valve,闸阀\n', {
      source: 'zh',
      target: 'en',
    })
    expect(mapping).toMatchObject({ headerLine: null, delimiter: ',', columns: [null, 'term:en', 'term:zh'] })
    expect(columns[2]).toEqual({ title: null, guess: 'term:zh', samples: ['球阀', '闸阀'] })
  })

  test('nothing is guessed when the languages are not known', async () => {
    expect(await preview('ball valve,球阀\n')).toMatchObject({ complete: false, mapping: { columns: [null, null] } })
  })
})

describe('the text of a table', () => {
  test('may be in UTF-16, as Excel writes it, with quotes', async () => {
    const { rows, encoding, format } = await preview(Buffer.from('\ufeffzh\ten\r\n甲\t"a ""b"""\r\n', 'utf16le'))
    expect({ encoding, format, cells: rows[1]!.cells }).toEqual({
      encoding: 'utf-16le',
      format: 'tsv',
      cells: ['甲', 'a "b"'],
    })
  })

  test('may be in GB 18030, and says that this is a guess', async () => {
    const gbk = Buffer.concat([
      Buffer.from('zh,en\n'),
      Buffer.from('c7f2b7a7d6d0b9fac8cbc3f1', 'hex'),
      Buffer.from(',a\n'),
    ])
    expect(await preview(gbk)).toMatchObject({ encoding: 'gb18030', encodingGuessed: true })
  })

  test('keeps line numbers over cells of several lines', async () => {
    const { rows } = await preview('zh,en\n"甲\n乙",a\n丙,b\n')
    expect(rows.map(({ line }) => line)).toEqual([1, 2, 4])
  })
})
