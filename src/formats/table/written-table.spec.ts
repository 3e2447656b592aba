import { describe, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import fc from 'fast-check'
import { readGlossary } from '../read-glossary.js'
import { writeGlossary, type WriteOptions } from '../glossary-formats.js'
import { fromConceptEntry, toConceptEntry, type PlainConcept } from '../model/plain-concept.js'

const valve: PlainConcept = {
  id: '7',
  subjectField: 'plumbing',
  definition: 'valve with a ball',
  note: 'see the handbook',
  languages: [
    { language: 'zh', definition: '球形的阀', terms: [{ text: '球阀', partOfSpeech: 'noun' }, { text: '球|阀' }] },
    {
      language: 'en',
      terms: [
        { text: 'ball valve', administrativeStatus: 'preferredTerm-admn-sts', context: 'It leaks.' },
        { text: '=SUM', administrativeStatus: 'deprecatedTerm-admn-sts', note: 'no | yes' },
      ],
    },
  ],
}

async function write(format: string, options: WriteOptions, concepts = [valve]) {
  const written = writeGlossary(format, { header: {}, entries: concepts.map(toConceptEntry) }, options)
  const chunks: Uint8Array[] = []
  for await (const chunk of written.chunks) chunks.push(chunk)
  return { bytes: Buffer.concat(chunks), losses: written.losses() }
}

async function read(bytes: Uint8Array, options = {}): Promise<PlainConcept[]> {
  const { entries } = await readGlossary([bytes] as never, options)
  const found: PlainConcept[] = []
  for await (const entry of entries) found.push(fromConceptEntry(entry))
  return found
}

const enZh = { source: 'zh', target: 'en' }
const plain = (concepts: PlainConcept[]): unknown => JSON.parse(JSON.stringify(concepts.map(toConceptEntry)))

describe('a table with a row per concept', () => {
  test.each(['csv', 'tsv', 'xlsx'])('in %s comes back equal', async (format) => {
    const { bytes, losses } = await write(format, { rows: 'concept', ...enZh })
    expect(losses).toEqual([])
    expect(plain(await read(bytes))).toEqual(plain([valve]))
  })

  test('counts what has no column', async () => {
    const more = { ...valve, languages: [...valve.languages, { language: 'de', terms: [{ text: 'Hahn' }] }] }
    more.languages[0] = { ...more.languages[0]!, terms: [{ text: '阀', grammaticalGender: 'neuter' }] }
    const { losses } = await write('csv', { rows: 'concept', ...enZh }, [more])
    expect(losses).toEqual([
      { category: 'grammaticalGender', what: 'dropped', count: 1 },
      { category: 'section in de', what: 'dropped', count: 1 },
    ])
  })

  test('needs to know its languages', async () => {
    await expect(write('csv', { rows: 'concept' })).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('a table with a row per term', () => {
  test.each(['csv', 'tsv', 'xlsx'])('in %s comes back equal', async (format) => {
    const { bytes, losses } = await write(format, {})
    expect(losses).toEqual([])
    expect(plain(await read(bytes))).toEqual(plain([valve]))
  })

  test('may have another delimiter, and no titles', async () => {
    const { bytes } = await write('csv', { delimiter: ';', header: false })
    const text = bytes.toString('utf8')
    expect(text.split('\r\n')[0]).toMatch(/^\ufeff7;plumbing;valve with a ball;/)
    expect(text).toContain("'=SUM")
  })
})

test('no cell of a written table can run as a formula', async () => {
  const cell = fc.string({ minLength: 1 }).map((text) => text.replaceAll(/[\0-\x1f,"]/g, '').trim() || 'x')
  const dangerous = fc
    .tuple(fc.constantFrom('=', '+', '-', '@', "'=", ' ='), cell)
    .map((parts) => parts.join('').trim())
  await fc.assert(
    fc.asyncProperty(dangerous, async (text) => {
      const concept = { id: '1', languages: [{ language: 'en', terms: [{ text }] }] }
      const { bytes } = await write('csv', {}, [concept])
      const cells = bytes.toString('utf8').slice(1).split('\r\n')[1]!.split(',')
      expect(cells.every((cell) => !/^"?[=+\-@]/.test(cell))).toBe(true)
      const [back] = await read(bytes)
      expect(back!.languages[0]!.terms[0]!.text).toBe(text.replaceAll(/\s+/g, ' '))
    }),
    { numRuns: 50, seed: 7 },
  )
})

test('a workbook offers the values of picklists and keeps its titles in sight', async () => {
  const { bytes } = await write('xlsx', {})
  const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)
  expect(sheet).toContain('state="frozen"')
  expect(sheet).toContain('<formula1>"noun,verb,adjective,adverb,other"</formula1>')
  expect(sheet).not.toContain('<f>')
})
