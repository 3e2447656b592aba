import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { compileDictionary } from './compile-dictionary.js'
import { dictionaryFrom } from './dictionary.js'
import { ecdictEntry } from './ecdict.js'
import { cleanGlosses } from './gloss.js'
import { SortedLines } from './sorted-lines.js'

describe('a gloss of CC-CEDICT', () => {
  it.each<[definition: string, phrases: string[], acronyms?: string[], references?: string[]]>([
    ['to cooperate', ['cooperate']],
    ['(joining two nouns) and; together with; with (Taiwan pr. [han4])', ['and', 'together with', 'with']],
    ['a (article)', ['a']],
    ['Shanghai, municipality in east China', ['Shanghai']],
    ['Shanghai Cooperation Organization (SCO)', ['Shanghai Cooperation Organization'], ['SCO']],
    ['abbr. for 印度[Yin4 du4], India', ['India'], [], ['印度']],
    ['abbr. for 公共汽車|公共汽车[gong1 gong4 qi4 che1]', [], [], ['公共汽车']],
    ['variant of 泛[fan4]', [], [], ['泛']],
    ['CL:個|个[ge4],位[wei4]', []],
    ['surname Xi', ['Xi']],
    ["to expose sb's error", ['expose error']],
    ['(indicates the passive voice)', []],
  ])('%s', (definition, phrases, acronyms = [], references = []) => {
    expect(cleanGlosses([definition])).toEqual({ phrases, acronyms, references })
  })
})

describe('a line of ECDICT', () => {
  it.each<[line: string, english: string, chinese: string[]]>([
    [String.raw`reagent,ri:'eidʒәnt,n. an agent,"n. 试剂, 反应物\n[化] 试剂",,,,gre`, 'reagent', ['试剂', '反应物']],
    ['bilateral,,"s. of ""two"" sides","a. 有两边的, 双边的",,', 'bilateral', ['有两边', '双边']],
    ['gradient descent,,,[计] 梯度下降,,,,,0,0,,,', 'gradient descent', ['梯度下降']],
    [String.raw`chip,,,"n. 芯片（集成电路）\n[网络] 奇普",,`, 'chip', ['芯片']],
  ])('%s', (line, english, chinese) => {
    expect(ecdictEntry(line)).toMatchObject({ english, chinese })
  })

  it.each([
    ['of a word that only bends another', 'cooperated,,,cooperate的过去式,'],
    ['that explains instead of translating', 'decorator,,,n. 室内外墙壁油漆工人,'],
    ['without a translation', 'cooperated,,a verb,,'],
    ['cut off inside a cell', 'chip,,,"n.'],
  ])('%s gives nothing', (_, line) => {
    expect(ecdictEntry(line)).toBeNull()
  })
})

describe('a compiled dictionary', () => {
  const dictionary = dictionaryFrom(
    compileDictionary(
      [
        { simplified: '上海合作组织', english: ['Shanghai Cooperation Organization (SCO)'] },
        { simplified: '合作', english: ['to cooperate', 'cooperation'] },
        { simplified: '协作', english: ['cooperation', 'to collaborate'] },
        { simplified: '印度', english: ['India'] },
        { simplified: '印', english: ['to print', 'abbr. for 印度[Yin4 du4]'] },
      ],
      ['cooperation,,,"n. 合作, 协力, 配合",', 'cooperation zone,,,合作区,'],
    ),
  )

  it('keeps apart what the broader dictionary adds', () => {
    expect(dictionary.broadEnglishOf('协力')).toEqual(['cooperation'])
    expect(dictionary.broadEnglishOf('合作区')).toEqual(['cooperation zone'])
    expect(dictionary.broadEnglishOf('合作')).toEqual([])
  })

  it('answers in both directions', () => {
    expect(dictionary.englishOf('合作')).toEqual(['cooperate', 'cooperation'])
    expect([...dictionary.chineseOf('Cooperation')].toSorted()).toEqual(['协作', '合作'].toSorted())
    expect(dictionary.namesOf('SCO')).toEqual(['上海合作组织'])
  })

  it('knows that a short form means what its full form means', () => {
    expect(dictionary.englishOf('印')).toEqual(['print', 'India'])
  })

  it('has no answer to what it does not hold', () => {
    expect([
      dictionary.englishOf('合'),
      dictionary.broadEnglishOf('合'),
      dictionary.chineseOf(''),
      dictionary.namesOf('NATO'),
    ]).toEqual([[], [], [], []])
  })
})

describe('sorted lines', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 8 }).map((value) => value.replaceAll('\t', ' '))

  it('give back every key and nothing else', () => {
    fc.assert(
      fc.property(
        fc.dictionary(text, fc.array(text.filter(Boolean), { minLength: 1, maxLength: 3 })),
        text,
        (record, other) => {
          const table = new Map(Object.entries(record))
          const lines = new SortedLines(SortedLines.encode(table))
          expect(lines.size).toBe(table.size)
          for (const [key, values] of table) expect(lines.get(key)).toEqual(values)
          expect(lines.get(other)).toEqual(table.get(other) ?? [])
        },
      ),
    )
  })
})
