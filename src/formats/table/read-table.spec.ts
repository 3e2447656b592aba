import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { TableMapping } from './mapping.js'
import { readTable, type ReadTableOptions } from './read-table.js'
import { joinTerms, splitTerms } from './terms-in-cell.js'
import { fromConceptEntry } from '../model/plain-concept.js'

async function* inPieces(bytes: Uint8Array, length: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.subarray(at, at + length))
}

async function read(content: string | Uint8Array, options: ReadTableOptions = {}, pieceLength = 7) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content
  const { entries, warnings } = await readTable(inPieces(bytes, pieceLength), { file: 'table', ...options })
  const concepts = []
  for await (const entry of entries) concepts.push(fromConceptEntry(entry))
  const shown = concepts.map(({ id, languages }) =>
    [id, ...languages.flatMap(({ language, terms }) => terms.map(({ text }) => `${language} ${text}`))].join(' / '),
  )
  return { shown, concepts, warnings }
}

describe('cells', () => {
  test.each([
    ['in quotes, with line ends and quotes inside', '"甲\r\n""乙""","a,b"', ['zh 甲 "乙"', 'en a,b']],
    ['missing at the end', '甲', ['zh 甲']],
    ['more than there are titles', '甲,a,b,c', ['zh 甲', 'en a']],
    ['with quotes in the middle', '甲"乙,5" pipe', ['zh 甲"乙', 'en 5" pipe']],
    ['with space before the quote', '甲, "a,b"', ['zh 甲', 'en a,b']],
    ['with several terms', '甲|乙,a | b', ['zh 甲', 'zh 乙', 'en a', 'en b']],
  ])('%s', async (_, row, terms) => {
    expect((await read(`zh,en\r\n${row}\r\n`)).shown).toEqual([['row-2', ...terms].join(' / ')])
  })

  test.each([';', '\t', '|', ',', '；'])('are divided by "%s"', async (delimiter) => {
    expect((await read(['zh', 'en'].join(delimiter) + '\n甲' + delimiter + 'a\n')).shown).toEqual([
      'row-2 / zh 甲 / en a',
    ])
  })

  test('are divided as the first line says', async () => {
    expect((await read('sep=;\r\nzh;en\r\n甲;a,b,c\r\n')).shown).toEqual(['row-3 / zh 甲 / en a,b,c'])
  })

  test('of a tab-separated text keep their quotes, but for those that Excel writes', async () => {
    expect((await read('zh\ten\n甲\t"a"\n')).shown).toEqual(['row-2 / zh 甲 / en "a"'])
    expect((await read('zh\ten\n甲\t"a ""b"""\n')).shown).toEqual(['row-2 / zh 甲 / en a "b"'])
  })
})

describe('a table with a row per concept', () => {
  test('says of each term what stands beside it', async () => {
    const { concepts } = await read('zh,zh pos,en,en status\n甲|乙,noun|verb,a|b,preferred\n')
    expect(concepts[0]!.languages.map(({ terms }) => terms)).toMatchObject([
      [{ partOfSpeech: 'noun' }, { partOfSpeech: 'verb' }],
      [{ administrativeStatus: 'preferredTerm-admn-sts' }, { administrativeStatus: 'preferredTerm-admn-sts' }],
    ])
  })

  test('joins rows of one id that follow each other, and says when they do not', async () => {
    const { shown, warnings } = await read('id,zh,en\n1,甲,a\n1,乙,\n2,丙,c\n1,丁,d\n')
    expect(shown).toEqual(['1 / zh 甲 / zh 乙 / en a', '2 / zh 丙 / en c', '1 / zh 丁 / en d'])
    expect(warnings).toEqual([expect.objectContaining({ code: 'id-returns', line: 5 })])
  })

  test('tells which columns it leaves out', async () => {
    const { warnings } = await read('zh,en,colour\n甲,a,red\n')
    expect(warnings[0]).toMatchObject({ code: 'column-left-out', message: expect.stringContaining('"colour"') })
  })
})

describe('a mapping that a person made', () => {
  const mapping = (columns: (string | null)[], headerLine: number | null = 1): TableMapping => ({ headerLine, columns })

  test('is believed', async () => {
    const { concepts } = await read('a,b,c\n甲,x,ball\n', { mapping: mapping(['term:zh', 'definition:en', 'term:en']) })
    expect(concepts[0]).toMatchObject({
      languages: [{ language: 'zh' }, { language: 'en', definition: 'x', terms: [{ text: 'ball' }] }],
    })
  })

  test('may say that there is no header', async () => {
    expect((await read('zh,en\n', { mapping: mapping(['term:zh', 'term:en'], null) })).shown).toEqual([
      'row-1 / zh zh / en en',
    ])
  })

  test.each([
    ['a name of nothing', ['colour', 'term:zh'], /"colour" is nothing/],
    ['terms without a language', ['term'], /which languages/],
    ['a language that is none', ['term:?!'], /"term:\?!" is nothing/],
  ])('is refused with %s', async (_, columns, message) => {
    await expect(read('a\n', { mapping: mapping(columns) })).rejects.toMatchObject({
      message: expect.stringMatching(message),
      details: { fields: { mapping: expect.any(Array) } },
    })
  })
})

describe('a long table', () => {
  test.each(['utf8', 'utf16le'] as const)('in %s is read as it arrives, however it is cut', async (encoding) => {
    const rows = Array.from({ length: 40_000 }, (_, index) => `术语上${index}\tterm ${index}`)
    const bytes = Buffer.from(`\ufeffzh\ten\n${rows.join('\n')}\n`, encoding)
    expect(bytes.length).toBeGreaterThan(1_000_000)
    const { shown } = await read(bytes, {}, 65_537)
    expect(shown).toHaveLength(40_000)
    expect(shown.at(-1)).toBe('row-40001 / zh 术语上39999 / en term 39999')
  })
})

test('terms that share a cell come back, bars and backslashes too', () => {
  const term = fc
    .array(fc.constantFrom('a', '|', '\\', ' ', '球'), { minLength: 1 })
    .map((all) => all.join('').trim() || 'x')
  fc.assert(
    fc.property(fc.array(term, { minLength: 1, maxLength: 4 }), (terms) => {
      fc.pre(terms.slice(0, -1).every((text) => !text.endsWith('\\')))
      expect(splitTerms(joinTerms(terms))).toEqual(terms)
    }),
  )
})
