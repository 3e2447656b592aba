import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { ConceptEntry } from '../../src/formats/index.js'
import { basicGlossary } from '../support/generated-concepts.js'
import { readWhole, writeWhole } from '../support/glossary-files.js'

/** `c1 en: a, b`: each section with its terms, once. */
const sectionsOf = (entries: ConceptEntry[]): string[] =>
  entries.flatMap(({ id, languages }) =>
    languages.flatMap(({ language, terms }) => {
      const texts = [...new Set(terms.map(({ text }) => text))].sort()
      return texts.length > 0 ? [`${id} ${language}: ${texts.join(' | ')}`] : []
    }),
  )

test.each(['multiterm-xml', 'skos'])('every term of generated concepts comes back from %s', async (format) => {
  await fc.assert(
    fc.asyncProperty(basicGlossary(), async (entries) => {
      const { bytes } = await writeWhole(format, { header: { title: 'Law' }, entries })
      const whole = await readWhole(bytes, 'law', 61)
      expect(whole.format).toBe(format)
      expect(sectionsOf(whole.entries).sort()).toEqual(sectionsOf(entries).sort())
    }),
    { numRuns: 150 },
  )
})

test('a file cut off anywhere is refused or read as less, never with a surprise', async () => {
  const [entries] = fc.sample(basicGlossary(), { numRuns: 1, seed: 7 })
  for (const format of ['multiterm-xml', 'skos', 'jsonl', 'csv']) {
    const { bytes } = await writeWhole(format, { header: {}, entries: entries! })
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bytes.length - 1 }), async (length) => {
        const told = await readWhole(bytes.subarray(0, length), 'cut').catch((error: { code?: string }) => error)
        if (told instanceof Error)
          expect((told as { code?: string }).code).toMatch(/unreadable-file|invalid-input|too-large/)
        else expect((told as { entries: unknown[] }).entries.length).toBeLessThanOrEqual(entries!.length)
      }),
      { numRuns: 60 },
    )
  }
})
