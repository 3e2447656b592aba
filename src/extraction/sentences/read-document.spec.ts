import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { DomainError } from '../../shared/errors.js'
import type { BilingualDocument } from '../types.js'
import { readAlignedSegments, readMixedText, readParallelTexts, sentencePairs } from './read-document.js'

const languages = { source: 'zh', target: 'en' }
const mixed = (text: string, pair = languages) => readMixedText({ name: 'test.txt', text, languages: pair })
const pairsOf = (document: BilingualDocument) =>
  sentencePairs(document).map(({ source, target }) => [source.text, target.text])

const peace = ['和平是各国人民的共同愿望。', 'Peace is an aspiration for all peoples.'] as const
const development = ['发展是人类社会的永恒主题。', 'Development is an eternal theme of humanity.'] as const
const security = [
  '面对全球性安全挑战，中国坚持合作。',
  'Faced with global security challenges, China remains committed to cooperation.',
] as const

function refusal(task: () => unknown): DomainError {
  try {
    task()
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

describe('a text in two languages pairs its sentences', () => {
  const expected = [peace, development, security].map((pair) => [...pair])
  it.each([
    ['line by line', [peace[0], peace[1], development[0], development[1], security[0], security[1]]],
    ['in blocks', [peace[0], development[0], peace[1], development[1], security[0], security[1]]],
    ['one whole text after the other', [peace[0], development[0], security[0], peace[1], development[1], security[1]]],
    ['English first', [peace[1], peace[0], development[1], development[0], security[1], security[0]]],
    ['with unequal lines', [peace[0] + development[0], security[0], peace[1], development[1], security[1]]],
    [
      'with blank lines and Windows line ends',
      [`${peace[0]}\r`, '\r', `${peace[1]}\r`, ' \r', `${development[0]}\r`, development[1], security[0], security[1]],
    ],
    [
      'with a title on one side only',
      ['White Paper', peace[0], peace[1], development[0], development[1], security[0], security[1]],
    ],
  ])('%s', (_, lines) => {
    const found = pairsOf(mixed(lines.join('\n')))
    for (const pair of expected) expect(found).toContainEqual(pair)
  })

  it('of one script, by their words', () => {
    const text = 'Der Kugelhahn ist undicht.\nThe ball valve is leaking.\nEr muss ersetzt werden.\nIt must be replaced.'
    expect(pairsOf(mixed(text, { source: 'de', target: 'en' }))).toEqual([
      ['Der Kugelhahn ist undicht.', 'The ball valve is leaking.'],
      ['Er muss ersetzt werden.', 'It must be replaced.'],
    ])
  })

  it('and joins lines that a fixed width broke', () => {
    const english =
      'Faced with global security challenges that become ever more\nintricate, China remains committed to cooperation.'
    expect(pairsOf(mixed(`${security[0]}\n${english}`))).toEqual([[security[0], english]])
  })
})

describe('a text is refused', () => {
  it.each([
    ['in one language only', 'Hello world.\nThis is English.', /one language only/],
    ['in another language than declared', 'Привет, мир.\nЕщё одна строка.', /not in zh and en/],
  ])('%s, with its line and a remedy', (_, text, message) => {
    const { code, message: said, details } = refusal(() => mixed(text))
    expect(code).toBe('invalid-input')
    expect(said).toMatch(message)
    expect(details.place).toMatchObject({ file: 'test.txt', line: 1 })
    expect(details.remedy).toBeTruthy()
  })

  it('when lines should answer each other but their numbers differ', () => {
    const { details } = refusal(() =>
      readParallelTexts({ name: 'a', sourceText: '一\n二', targetText: 'one', languages, aligned: true }),
    )
    expect(details.place?.line).toBe(2)
  })
})

describe('what must always hold', () => {
  const line = fc.constantFrom(
    ...peace,
    ...development,
    ...security,
    '',
    '结束语',
    'Closing Remarks',
    '中國(guó)加入SCO。',
    '2024',
  )
  const documents = fc
    .array(line, { minLength: 2, maxLength: 12 })
    .map((lines) => ['和平。', ...lines, 'Peace.'].join('\n'))

  it('every sentence is in one bead, beads run forward, and text stands where it says', () => {
    fc.assert(
      fc.property(documents, (text) => {
        const document = mixed(text)
        for (const [side, sentences, whole] of [
          ['source', document.sourceSentences, document.sourceText],
          ['target', document.targetSentences, document.targetText],
        ] as const) {
          expect(document.beads.flatMap((bead) => bead[side])).toEqual([...sentences.keys()])
          for (const { text: said, start, line } of sentences) {
            expect(whole.slice(start, start + said.length)).toBe(said)
            expect(whole.slice(0, start).split('\n')).toHaveLength(line)
          }
        }
      }),
      { numRuns: 60 },
    )
  })

  it('segments of a file are never joined with their neighbours', () => {
    const segments = [
      { source: `${peace[0]}${development[0]}`, target: `${peace[1]} ${development[1]}` },
      { source: security[0], target: security[1] },
    ]
    expect(pairsOf(readAlignedSegments({ name: 'x.tmx', segments, languages }))).toEqual(
      [peace, development, security].map((pair) => [...pair]),
    )
  })

  it('lines that are units keep their numbers', () => {
    const { beads } = readParallelTexts({
      name: 'a',
      sourceText: `${peace[0]}\n\n${security[0]}\n`,
      targetText: `${peace[1]}\n${security[1]}\n`,
      languages,
      unit: 'line',
    })
    expect(beads.map(({ source, target }) => [source, target])).toEqual([
      [[0], [0]],
      [[2], [1]],
    ])
  })
})
