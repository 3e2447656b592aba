import { describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import { validateTbx, type ConceptEntry, type TbxVerdict } from '../../src/formats/index.js'
import { backMatter, basicGlossary } from '../support/generated-concepts.js'
import { readWhole, writeWhole } from '../support/glossary-files.js'
import {
  describeIf,
  hasJing,
  tbxData,
  violationsOfDca,
  violationsOfDct,
  violationsOfMartif,
} from '../support/validate-tbx.js'

/** Times as many cases as usual, for a long run: PROPERTY_RUNS=100. */
const thorough = Number(process.env['PROPERTY_RUNS'] ?? 1)
jest.setTimeout(180_000 * thorough)

const header = { title: 'Glossary & more', description: 'Written by a test', languages: ['en', 'zh'] }
// oxlint-disable-next-line typescript/require-await -- the validator takes its bytes as a stream
async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
const verdictOf = (bytes: Uint8Array): Promise<TbxVerdict> => validateTbx(whole(bytes))
const glossary = (entries: ConceptEntry[]) => ({ header, entries, backMatter })

describe('whatever a glossary says in TBX-Basic', () => {
  test('comes back equal from DCA', async () => {
    await fc.assert(
      fc.asyncProperty(basicGlossary(), async (entries) => {
        const written = await writeWhole('tbx-basic-dca', glossary(entries))
        expect(written.losses).toEqual([])
        const read = await readWhole(written.bytes)
        expect(read.entries).toEqual(entries)
        expect(read.backMatter).toEqual(backMatter)
        expect(read.header).toMatchObject({ title: header.title, description: header.description })
      }),
      { numRuns: 100 * thorough },
    )
  })

  test.each(['jsonl', 'tbx-dca'])('comes back equal from %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(basicGlossary(), async (entries) => {
        const read = await readWhole((await writeWhole(format, glossary(entries))).bytes)
        expect(read.entries).toEqual(entries)
      }),
      { numRuns: 50 * thorough },
    )
  })

  test.each(['tbx-basic-dct', 'tbx-2008', 'tbx-min', 'tbx-core', 'csv', 'tsv'])(
    'written as %s and read, is written the same again',
    async (format) => {
      await fc.assert(
        fc.asyncProperty(basicGlossary(), async (entries) => {
          const first = await writeWhole(format, glossary(entries))
          const second = await writeWhole(format, await readWhole(first.bytes))
          expect(second.text).toBe(first.text)
          if (format !== 'csv' && format !== 'tsv') expect(second.losses).toEqual([])
        }),
        { numRuns: 25 * thorough },
      )
    },
  )
})

describe('other dialects', () => {
  const term = (nodes: ConceptEntry['nodes']): ConceptEntry[] => [
    { id: 'c1', nodes: [], languages: [{ language: 'en', nodes: [], terms: [{ text: 'valve', nodes }] }] },
  ]
  const number = { element: 'termNote', category: 'grammaticalNumber', content: ['plural'] }
  const colour = { element: 'termNote', category: 'colour', content: ['red'] }

  test('TBX-Linguist keeps what Basic drops and counts', async () => {
    const linguist = await writeWhole('tbx-linguist-dca', glossary(term([number])))
    expect(linguist.losses).toEqual([])
    expect((await verdictOf(linguist.bytes)).valid).toBe(true)
    expect((await readWhole(linguist.bytes)).entries).toEqual(term([number]))
    const basic = await writeWhole('tbx-basic-dca', glossary(term([number])))
    expect(basic.losses).toEqual([{ category: 'grammaticalNumber', what: 'dropped', count: 1 }])
  })

  test('a private one keeps its name and all it says', async () => {
    const read = { ...header, dialect: 'TBX-FAIRterm', style: 'dct' as const }
    const { text, losses, bytes } = await writeWhole('tbx-dca', { ...glossary(term([colour])), header: read })
    expect(losses).toEqual([])
    expect(text).toContain('type="TBX-FAIRterm" style="dca"')
    expect((await readWhole(bytes)).entries).toEqual(term([colour]))
    expect((await writeWhole('tbx-dca', { ...glossary(term([colour])), header })).text).toContain('type="TBX-private"')
  })

  test('a newer edition is recognised, read as what it means, and kept as it was written', async () => {
    const status = { element: 'termNote', category: 'usageStatus', content: ['preferred'] }
    const { bytes } = await writeWhole('tbx-dca', glossary(term([status])))
    const back = await readWhole(bytes)
    expect(back.entries).toEqual(term([status]))
    expect(back.warnings.map(({ code }) => code)).toEqual(['other-edition'])
    const { text } = await writeWhole('tbx-basic-dca', back)
    expect(text).toContain('<termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>')
  })
})

const withSchemas = describeIf(tbxData.isThere, 'the TBX schemas are not here (../shared/data/tbx/schemas)')

withSchemas('what is written is valid by the published schemas', () => {
  test.each([
    ['tbx-basic-dca', 'Basic'],
    ['tbx-min', 'Min'],
    ['tbx-core', 'Core'],
  ] as const)('%s', async (format, dialect) => {
    await fc.assert(
      fc.asyncProperty(basicGlossary(), async (entries) => {
        const { text } = await writeWhole(format, glossary(entries))
        expect(violationsOfDca(text, dialect)).toEqual([])
      }),
      { numRuns: 10 * thorough },
    )
  })

  test.each([
    ['a status that is none', '<termNote type="administrativeStatus">good</termNote>'],
    ['a category that is none', '<termNote type="colour">red</termNote>'],
    ['an element that is none', '<colour>red</colour>'],
  ])('the validators would have found %s', async (_, inserted) => {
    const { text } = await writeWhole('tbx-basic-dca', glossary(fc.sample(basicGlossary(), 1)[0]!))
    expect(violationsOfDca(text.replaceAll('</term>', `</term>${inserted}`), 'Basic')).not.toEqual([])
  })
})

const withJing = describeIf(
  tbxData.isThere && hasJing,
  'jing and xmllint are not installed (apt-get install jing libxml2-utils)',
)

withJing('what is written is valid by jing', () => {
  const samples = fc.sample(basicGlossary(), { numRuns: 20 * thorough, seed: 7 })
  const filesOf = async (format: string): Promise<Record<string, Uint8Array>> => {
    const files = samples.map(async (entries, index) => [
      `${index}.tbx`,
      (await writeWhole(format, glossary(entries))).bytes,
    ])
    return Object.fromEntries((await Promise.all(files)) as [string, Uint8Array][])
  }
  test('tbx-basic-dct', async () => expect(violationsOfDct(await filesOf('tbx-basic-dct'))).toEqual([]))
  test('tbx-2008', async () => expect(violationsOfMartif(await filesOf('tbx-2008'))).toEqual([]))
})
