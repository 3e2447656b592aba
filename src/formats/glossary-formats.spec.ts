import { describe, expect, test } from '@jest/globals'
import { strFromU8, unzipSync } from 'fflate'
import readXlsx from 'read-excel-file/node'
import { DomainError } from '../shared/errors.js'
import { findGlossaryFormat, glossaryFormats, writeGlossary, type WriteOptions } from './glossary-formats.js'
import type { Glossary, Loss } from './model/glossary.js'
import { toConceptEntry, type PlainConcept } from './model/plain-concept.js'

const valve: PlainConcept = {
  id: '7',
  subjectField: 'plumbing',
  definition: 'valve with a "ball"',
  definitionSource: 'handbook',
  languages: [
    {
      language: 'en',
      terms: [
        { text: 'ball cock', administrativeStatus: 'deprecatedTerm-admn-sts' },
        { text: 'ball-type valve', note: 'rare' },
        {
          text: 'ball valve',
          administrativeStatus: 'preferredTerm-admn-sts',
          partOfSpeech: 'noun',
          context: 'The ball valve leaks.',
        },
      ],
    },
    { language: 'zh', terms: [{ text: '球阀', grammaticalGender: 'neuter' }, { text: '球形阀' }] },
    { language: 'de', terms: [{ text: 'Kugelhahn' }] },
  ],
}
const formula: PlainConcept = {
  id: '8',
  languages: [
    { language: 'en', terms: [{ text: '=SUM(A1)' }] },
    { language: 'zh', terms: [{ text: '求和\t函数' }] },
  ],
}

async function write(
  format: string,
  options: WriteOptions = {},
  concepts = [valve, formula],
): Promise<{ bytes: Uint8Array; text: string; losses: Loss[] }> {
  const glossary: Glossary = { header: { title: 'Valves' }, entries: concepts.map(toConceptEntry) }
  const written = writeGlossary(format, glossary, options)
  const chunks: Uint8Array[] = []
  for await (const chunk of written.chunks) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  return { bytes, text: bytes.toString('utf8'), losses: written.losses() }
}

const enZh = { source: 'en', target: 'zh' }
const lossesOf = ({ losses }: { losses: Loss[] }): string[] =>
  losses.map(({ category, count, what }) => `${what} ${category} ${count}`)

describe('the table of formats', () => {
  test('has each id once, and an ending for each', () => {
    const ids = glossaryFormats.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { extension, mediaType, carries } of glossaryFormats)
      expect([extension, mediaType, carries].every(Boolean)).toBe(true)
  })

  test('names the formats when asked for another', () => {
    expect(() => findGlossaryFormat('sdltb')).toThrow(DomainError)
  })

  test.each(glossaryFormats.map(({ id }) => id))('%s gives the same bytes twice', async (id) => {
    // The standard fonts of PDF have no Chinese; print.spec.ts has one that does.
    const pair = id === 'pdf' ? { source: 'en', target: 'de' } : enZh
    const [first, second] = [await write(id, pair, [valve]), await write(id, pair, [valve])]
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
    expect(first.bytes.length).toBeGreaterThan(20)
  })
})

describe('tbx-2008 for tools of two languages', () => {
  test('has the source first, the preferred term first, and nothing that must not be used', async () => {
    const written = await write('tbx-2008', { source: 'zh', target: 'en' }, [valve])
    expect(
      [...written.text.matchAll(/<langSet xml:lang="(\w+)"|<term>([^<]+)/g)].map((match) => match[1] ?? match[2]),
    ).toEqual(['zh', '球阀', '球形阀', 'en', 'ball valve', 'ball-type valve'])
    expect(lossesOf(written)).toEqual(['dropped section in de 1', 'dropped term that must not be used 1'])
  })
})

test('TBX 2008 without a concept is refused, because it could not be valid', async () => {
  await expect(write('tbx-2008', { source: 'ja', target: 'en' })).rejects.toMatchObject({ code: 'invalid-input' })
  expect((await write('tbx-basic-dca', {}, [])).text).toContain('<text>')
})

describe('tables', () => {
  test('CSV keeps formulas from running and quotes what needs it', async () => {
    const { text } = await write('csv')
    expect(text.startsWith('\ufeffconcept,subjectField,definition')).toBe(true)
    expect(text).toContain(`"valve with a ""ball"""`)
    expect(text).toContain(",'=SUM(A1),")
  })

  test('TSV has no tab inside a cell', async () => {
    const { text } = await write('tsv')
    const widths = text
      .slice(0, -1)
      .split('\n')
      .map((line) => line.split('\t').length)
    expect(new Set(widths).size).toBe(1)
  })

  test('XLSX is read by another program, every cell as text', async () => {
    const { bytes } = await write('xlsx')
    const sheets = await readXlsx(Buffer.from(bytes))
    const rows = (
      Array.isArray(sheets[0]) ? sheets : (sheets as unknown as { data: unknown[][] }[])[0]!.data
    ) as unknown[][]
    expect(rows).toHaveLength(9)
    expect(rows[3]).toEqual(expect.arrayContaining(['7', 'plumbing', 'ball valve', 'The ball valve leaks.']))
    expect(strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!)).not.toContain('<f>')
  })
})

describe('lists of pairs', () => {
  test('OmegaT gets every usable pair with its comment, and no header', async () => {
    expect((await write('omegat', enZh, [valve])).text).toBe(
      [
        'ball valve\t球阀\tvalve with a "ball"; rare',
        'ball valve\t球形阀\tvalve with a "ball"; rare',
        'ball-type valve\t球阀\tvalve with a "ball"; rare',
        'ball-type valve\t球形阀\tvalve with a "ball"; rare',
        '',
      ].join('\n'),
    )
  })

  test('DeepL gets each source once, within its limits', async () => {
    const long = {
      id: '9',
      languages: [
        { language: 'en', terms: [{ text: 'x'.repeat(1025) }] },
        { language: 'zh', terms: [{ text: '长' }] },
      ],
    }
    const written = await write('deepl-tsv', enZh, [valve, formula, { ...formula, id: '10' }, long])
    expect(written.text).toBe('ball valve\t球阀\nball-type valve\t球阀\n=SUM(A1)\t求和 函数\n')
    expect(lossesOf(written)).toEqual(
      expect.arrayContaining([
        'dropped source term that stands there already 1',
        'dropped term of more than 1024 bytes 1',
      ]),
    )
  })

  test('UTX has its header and statuses', async () => {
    const { text } = await write('utx', { ...enZh, date: '2024-05-31' }, [valve])
    expect(text.split('\r\n').slice(0, 3)).toEqual([
      '#UTX 1.20; en/zh; 2024-05-31; title: Valves',
      '#src\ttgt\tsrc:pos\tterm status\tconcept ID',
      'ball valve\t球阀\tnoun\tprovisional\t7',
    ])
  })

  test('ask for their languages', async () => {
    await expect(write('omegat')).rejects.toMatchObject({
      code: 'invalid-input',
      details: { remedy: 'Say the source and the target language.' },
    })
  })
})

describe('other vocabularies', () => {
  test('SKOS labels by status', async () => {
    const { text } = await write('skos', {}, [valve])
    expect(text).toContain('skos:prefLabel "ball valve"@en')
    expect(text).toContain('skos:hiddenLabel "ball cock"@en')
    expect(text).toContain('skos:altLabel "球形阀"@zh')
    expect(text).toContain('skos:definition "valve with a \\"ball\\""')
  })

  test('MultiTerm gets UTF-16, numbered concepts and named fields', async () => {
    const { bytes } = await write('multiterm-xml', {}, [valve])
    const text = new TextDecoder('utf-16le', { fatal: true }).decode(bytes)
    expect(text).toContain('<concept>1</concept>')
    expect(text).toContain('<language type="Chinese" lang="ZH"/>')
    expect(text).toContain('<descrip type="Definition">valve with a "ball"</descrip>')
  })

  test('JSONL says plain things plainly', async () => {
    const { text } = await write('jsonl', {}, [formula])
    expect(JSON.parse(text.split('\n')[1]!)).toEqual(formula)
  })
})

describe('the loss report', () => {
  test('names each category with its count', async () => {
    expect(lossesOf(await write('tbx-core', {}, [valve]))).toEqual(
      expect.arrayContaining([
        'dropped administrativeStatus 2',
        'dropped definition 1',
        'dropped source of definition 1',
      ]),
    )
  })

  test('has notes instead, on request', async () => {
    const written = await write('tbx-core', { unknown: 'note' }, [valve])
    expect(written.text).toContain('<note>partOfSpeech: noun</note>')
    expect(lossesOf(written)).toContain('moved partOfSpeech 1')
  })

  test('is empty when nothing is lost', async () => {
    expect((await write('tbx-basic-dca')).losses).toEqual([])
  })
})

test('a character that XML cannot carry is refused by name', async () => {
  const concept: PlainConcept = { id: '1', languages: [{ language: 'en', terms: [{ text: 'a\u0003' }] }] }
  await expect(write('tbx-basic-dca', {}, [concept])).rejects.toMatchObject({
    message: expect.stringContaining('U+0003'),
  })
})
