import { describe, expect, jest, test } from '@jest/globals'
import { validateTbx, type ConceptEntry } from '../../src/formats/index.js'
import { backMatter, manyConcepts } from '../support/generated-concepts.js'
import { readWhole, writeWhole } from '../support/glossary-files.js'
import {
  describeIf,
  hasJing,
  tbxData,
  violationsOfDct,
  violationsOfMartif,
  violationsOfRng,
  violationsOfSchematronByJing,
} from '../support/validate-tbx.js'

/** GENERATED_CONCEPTS=10000 for a long run; every category at every level is among the first hundred. */
const wanted = Number(process.env['GENERATED_CONCEPTS'] ?? 600)
jest.setTimeout(600_000)

const concepts = manyConcepts(wanted)
const glossary = { header: { title: 'Many', languages: ['en', 'zh'] }, entries: concepts, backMatter }
const termsOf = (entries: ConceptEntry[]): string[][] =>
  entries.map(({ id, languages }) => [
    id,
    ...languages.flatMap(({ language, terms }) => terms.map(({ text }) => `${language} ${text}`)).toSorted(),
  ])
// oxlint-disable-next-line typescript/require-await -- the validator takes its bytes as a stream
async function* whole(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}

describe(`${wanted} generated concepts with every category of TBX-Basic`, () => {
  test('use every category at every level it may have', () => {
    const used = new Set(
      concepts.flatMap(({ nodes, languages }) => [
        ...nodes.map((node) => `concept ${(node.children?.[0] ?? node).category ?? node.element}`),
        ...languages.flatMap((section) => [
          ...section.nodes.map((node) => `language ${(node.children?.[0] ?? node).category ?? node.element}`),
          ...section.terms.flatMap(({ nodes }) =>
            nodes.map((node) => `term ${(node.children?.[0] ?? node).category ?? node.element}`),
          ),
        ]),
      ]),
    )
    expect(used.size).toBe(30)
  })

  test.each(['tbx-basic-dca', 'tbx-dca', 'jsonl'])('come back equal from %s', async (format) => {
    const { bytes, losses } = await writeWhole(format, glossary)
    expect(losses).toEqual([])
    const read = await readWhole(bytes)
    expect(read.entries.length).toBe(wanted)
    // One by one: the difference of ten thousand at once would not fit into a message.
    for (const [index, entry] of read.entries.entries()) expect(entry).toEqual(concepts[index])
    expect(read.backMatter).toEqual(backMatter)
  })

  test.each(['tbx-basic-dct', 'tbx-2008'])(
    'are written as %s, and what it can say comes back the same',
    async (format) => {
      const first = await writeWhole(format, glossary)
      const back = await readWhole(first.bytes)
      expect(termsOf(back.entries)).toEqual(termsOf(concepts))
      const second = await writeWhole(format, back)
      expect(second.bytes.length).toBe(first.bytes.length)
      expect(second.text === first.text).toBe(true)
      expect(second.losses).toEqual([])
    },
  )

  test.each(['tbx-basic-dca', 'tbx-basic-dct', 'tbx-2008', 'tbx-min', 'tbx-core', 'tbx-linguist-dca', 'tbx-dca'])(
    'are valid %s by our own validator',
    async (format) => {
      const { bytes } = await writeWhole(format, glossary)
      expect((await validateTbx(whole(bytes))).violations).toEqual([])
    },
  )
})

describeIf(tbxData.isThere && hasJing, 'the TBX schemas or jing are not here')(
  `${wanted} generated concepts are valid by the published schemas`,
  () => {
    test.each([
      ['tbx-basic-dca', 'TBX-Basic_DCA.jing.sch'],
      ['tbx-min', 'TBX-Min_DCA.jing.sch'],
      ['tbx-core', 'TBX-Core.sch'],
    ])('%s', async (format, schematron) => {
      const { text, bytes } = await writeWhole(format, glossary)
      expect(violationsOfRng(text, 'TBXcoreStructV03.rng')).toEqual([])
      expect(violationsOfSchematronByJing({ 'many.tbx': bytes }, schematron)).toEqual([])
    })
    test('tbx-basic-dct', async () => {
      const { bytes } = await writeWhole('tbx-basic-dct', glossary)
      expect(violationsOfDct({ 'many.tbx': bytes })).toEqual([])
    })
    test('tbx-2008', async () => {
      const { bytes } = await writeWhole('tbx-2008', glossary)
      expect(violationsOfMartif({ 'many.tbx': bytes })).toEqual([])
    })
  },
)
