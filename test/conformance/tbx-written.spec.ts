import { describe, expect, jest, test } from '@jest/globals'
import fc from 'fast-check'
import type { ConceptEntry } from '../../src/formats/index.js'
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
