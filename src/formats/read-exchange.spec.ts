import { describe, expect, test } from '@jest/globals'
import { DomainError } from '../shared/errors.js'
import { writeGlossary } from './glossary-formats.js'
import type { ConceptEntry } from './model/concept-entry.js'
import type { GlossaryReading } from './model/glossary.js'
import { fromConceptEntry, toConceptEntry, type PlainConcept } from './model/plain-concept.js'
import { previewMultiterm } from './multiterm/preview-multiterm.js'
import { readGlossary, type ReadGlossaryOptions } from './read-glossary.js'

type Whole = Omit<GlossaryReading, 'entries'> & { entries: ConceptEntry[] }

// oxlint-disable-next-line typescript/require-await -- readers take their bytes as a stream
async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 997) yield bytes.subarray(at, at + 997)
}

const bytesOf = (content: string | Uint8Array) =>
  typeof content === 'string' ? new TextEncoder().encode(content) : content
const utf16 = (text: string): Uint8Array => Buffer.from(`\ufeff${text}`, 'utf16le')
const enZh = { source: 'en', target: 'zh' }

async function read(content: string | Uint8Array, options: ReadGlossaryOptions = {}): Promise<Whole> {
  const reading = await readGlossary(pieces(bytesOf(content)), { file: 'glossary', ...options })
  const entries: ConceptEntry[] = []
  for await (const entry of reading.entries) entries.push(entry)
  return { ...reading, entries }
}

async function refusal(content: string | Uint8Array, options?: ReadGlossaryOptions): Promise<DomainError> {
  const error: unknown = await read(content, options).catch((error: unknown) => error)
  if (error instanceof DomainError) return error
  throw error instanceof Error ? error : new Error('Nothing was refused.')
}

/** `en ball valve | zh 球阀`, a concept each. */
const conceptsOf = ({ entries }: Whole): string[] =>
  entries.map(({ languages }) =>
    languages.flatMap(({ language, terms }) => terms.map(({ text }) => `${language} ${text}`)).join(' | '),
  )
const codesOf = ({ warnings }: Whole): string[] => warnings.map(({ code, count }) => `${code} ${count}`)

const multiterm = `<?xml version="1.0" encoding="UTF-16"?>
<mtf><conceptGrp><concept>17</concept><system type="entryClass">1</system>
<transacGrp><transac type="origination">Huber</transac><date>2011-06-28T11:55:28</date></transacGrp>
<descripGrp><descrip type="Fachgebiet">Sanitär</descrip></descripGrp>
<descripGrp><descrip type="Freigabe intern">ja</descrip></descripGrp>
<languageGrp><language type="German" lang="DE"/>
<descripGrp><descrip type="Definition">Absperrventil mit Kugel</descrip>
  <descripGrp><descrip type="Quelle">DIN 1</descrip></descripGrp></descripGrp>
<termGrp><term>Kugelhahn</term><descripGrp><descrip type="Wortart">Substantiv</descrip></descripGrp>
<descripGrp><descrip type="Status">bevorzugt</descrip></descripGrp></termGrp>
<termGrp><term> </term></termGrp></languageGrp>
<languageGrp><language type="Chinese (PRC)" lang="ZH-CN"/><termGrp><term>球阀</term></termGrp></languageGrp>
</conceptGrp></mtf>`

describe('MultiTerm XML', () => {
  test('is read in UTF-16, its localised fields by what they mean', async () => {
    const whole = await read(utf16(multiterm))
    expect([whole.format, ...conceptsOf(whole)]).toEqual(['multiterm-xml', 'de Kugelhahn | zh-CN 球阀'])
    const [section] = fromConceptEntry(whole.entries[0]!).languages
    expect(section).toMatchObject({ definition: 'Absperrventil mit Kugel', definitionSource: 'DIN 1' })
    expect(section!.terms[0]).toMatchObject({
      partOfSpeech: 'noun',
      administrativeStatus: 'preferredTerm-admn-sts',
    })
    expect(fromConceptEntry(whole.entries[0]!)).toMatchObject({ id: '17', subjectField: 'Sanitär' })
  })

  test('keeps fields that nobody knows, and tells them', async () => {
    const whole = await read(utf16(multiterm))
    expect(whole.entries[0]!.nodes).toContainEqual({
      element: 'descrip',
      category: 'Freigabe intern',
      content: ['ja'],
    })
    expect(codesOf(whole)).toEqual(['unknown-field 1', 'empty-term 1'])
  })

  test('keeps who did what when', async () => {
    const [entry] = (await read(multiterm.replace('UTF-16', 'UTF-8'))).entries
    expect(
      entry!.nodes.find(({ element }) => element === 'transacGrp')!.children!.map(({ content }) => content),
    ).toEqual([['origination'], ['Huber'], ['2011-06-28T11:55:28']])
  })

  test('reads fields as a person mapped them', async () => {
    const fields = { 'Freigabe intern': 'customerSubset', Fachgebiet: '' }
    const whole = await read(utf16(multiterm), { fields })
    expect(whole.entries[0]!.nodes.map(({ category }) => category)).toEqual(['entryClass', undefined, 'customerSubset'])
    expect(codesOf(whole)).toEqual(['empty-term 1'])
  })

  test('shows its fields before it is read', async () => {
    const preview = await previewMultiterm(pieces(utf16(multiterm)))
    expect(preview).toMatchObject({ concepts: 1, languages: ['DE', 'ZH-CN'] })
    expect(preview.fields.map(({ name, category, levels, samples }) => [name, category, levels, samples])).toEqual([
      ['Fachgebiet', 'subjectField', ['concept'], ['Sanitär']],
      ['Freigabe intern', null, ['concept'], ['ja']],
      ['Definition', 'definition', ['language'], ['Absperrventil mit Kugel']],
      ['Quelle', 'source', ['language'], ['DIN 1']],
      ['Wortart', 'partOfSpeech', ['term'], ['Substantiv']],
      ['Status', 'administrativeStatus', ['term'], ['bevorzugt']],
    ])
  })
})

describe('OmegaT and DeepL lists', () => {
  test.each<[string, string | Uint8Array]>([
    ['UTF-8', '# remark\nball valve\t球阀\tbrass\n'],
    ['UTF-8 with a mark', '\ufeffball valve\t球阀\tbrass\n'],
    ['UTF-16', utf16('ball valve\t球阀\tbrass\r\n')],
    ['GB18030', Buffer.from([...Buffer.from('ball valve\t'), 0xc7, 0xf2, 0xb7, 0xa7, ...Buffer.from('\tbrass\n')])],
  ])('are read in %s', async (_encoding, bytes) => {
    const whole = await read(bytes, enZh)
    expect([whole.format, ...conceptsOf(whole)]).toEqual(['omegat', 'en ball valve | zh 球阀'])
    expect(fromConceptEntry(whole.entries[0]!).note).toBe('brass')
  })

  test('take quotes as they are', async () => {
    expect(conceptsOf(await read('"valve\t"阀"\n', enZh))).toEqual(['en "valve | zh "阀"'])
  })

  test('make synonyms of lines that say so, and no pair that no line says', async () => {
    const synonyms = 'SCO\t上合组织\nSCO\t上海合作组织\nShanghai Five\t上合组织\nShanghai Five\t上海合作组织\n'
    expect(conceptsOf(await read(synonyms, enZh))).toEqual([
      'en SCO | en Shanghai Five | zh 上合组织 | zh 上海合作组织',
    ])
    expect(conceptsOf(await read('bank\t银行\nbank\t河岸\nshore\t河岸\n', enZh))).toEqual([
      'en bank | zh 银行 | zh 河岸',
      'en shore | zh 河岸',
    ])
    expect(conceptsOf(await read('bank\t银行\tmoney\nbank\t河岸\triver\n', enZh))).toHaveLength(2)
  })

  test('tell lines without a translation', async () => {
    expect(codesOf(await read('a\t甲\nb\t\nc\t丙\nd\t丁\n', enZh))).toEqual(['incomplete-pair 1'])
  })

  test('need their languages', async () => {
    expect(await refusal('ball valve\t球阀\n')).toMatchObject({
      code: 'invalid-input',
      details: { place: { line: 1 } },
    })
  })

  test('are no tables with titles', async () => {
    expect((await read('en\tzh\nball valve\t球阀\n')).format).toBe('tsv')
  })
})

describe('UTX', () => {
  test.each(['1.11', '1.20'])('%s is read by the titles of its columns', async (version) => {
    const text = `#UTX ${version}; en-US/zh-CN; 2024-05-01; Valves; copyright: nobody\n#src\ttgt\tsrc:pos\ttgt:pos\tterm status\tconcept ID\tcolour\nball valve\t球阀\tnoun\tnoun\tapproved\t7\tred\nball cock\t球阀\tnoun\t\tforbidden\t7\t\ntap\t龙头\t\t\t\t\t\n`
    const whole = await read(text)
    expect([whole.format, whole.header.title, ...conceptsOf(whole)]).toEqual([
      'utx',
      'Valves',
      'en-US ball valve | en-US ball cock | zh-CN 球阀',
      'en-US tap | zh-CN 龙头',
    ])
    expect(fromConceptEntry(whole.entries[0]!).languages[1]!.terms[0]).toMatchObject({
      partOfSpeech: 'noun',
      administrativeStatus: 'preferredTerm-admn-sts',
    })
    expect(codesOf(whole)).toEqual(['unknown-column 1'])
  })

  test('without languages is refused with its line', async () => {
    expect(await refusal('#UTX 1.11\n#src\ttgt\na\tb\n')).toMatchObject({ details: { place: { line: 1 } } })
    expect(await refusal('#UTX 1.11; en/zh\na\tb\n')).toMatchObject({ code: 'unreadable-file' })
  })
})

const turtle = `@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix e: <http://example.org/> .
e:valve skos:prefLabel "ball valve"@en, "球阀"@zh-Hans ; skos:altLabel "quarter-turn valve"@en, "Kugelventil" ;
  skos:hiddenLabel "bal valve"@en ; skos:definition "valve with a ball"@en ; skos:broader e:thing ; a skos:Concept .
e:tap a skos:Concept ; xl:prefLabel [ xl:literalForm "tap"@en ] .
e:thing a skos:Concept .
`
const rdfXml = `<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"
 xmlns:xl="http://www.w3.org/2008/05/skos-xl#" xmlns:e="http://example.org/">
<skos:Concept rdf:about="http://example.org/valve"><skos:prefLabel xml:lang="en">ball valve</skos:prefLabel>
<skos:prefLabel xml:lang="zh-Hans">球阀</skos:prefLabel><skos:altLabel xml:lang="en">quarter-turn valve</skos:altLabel>
<skos:altLabel>Kugelventil</skos:altLabel><skos:hiddenLabel xml:lang="en">bal valve</skos:hiddenLabel>
<skos:definition xml:lang="en">valve with a ball</skos:definition><skos:broader rdf:resource="http://example.org/thing"/></skos:Concept>
<rdf:Description rdf:about="http://example.org/tap"><rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
<xl:prefLabel rdf:parseType="Resource"><xl:literalForm xml:lang="en">tap</xl:literalForm></xl:prefLabel></rdf:Description>
<skos:Concept rdf:about="http://example.org/thing"/></rdf:RDF>`

describe('SKOS', () => {
  test.each([
    ['Turtle', turtle],
    ['RDF/XML', rdfXml],
  ])('is read from %s', async (_syntax, text) => {
    const whole = await read(text)
    expect([whole.format, ...conceptsOf(whole)]).toEqual([
      'skos',
      'en ball valve | en quarter-turn valve | en bal valve | zh-Hans 球阀 | und Kugelventil',
      'en tap',
    ])
    const [valve] = whole.entries
    const english = fromConceptEntry(valve!).languages[0]!
    expect(english.definition).toBe('valve with a ball')
    expect(english.terms.map(({ administrativeStatus }) => administrativeStatus)).toEqual([
      'preferredTerm-admn-sts',
      'admittedTerm-admn-sts',
      'deprecatedTerm-admn-sts',
    ])
    expect(valve).toMatchObject({ id: 'http://example.org/valve', nodes: [{ category: 'broaderConcept' }] })
    expect(codesOf(whole)).toEqual(['missing-language 1', 'concept-without-label 1'])
  })

  test('that is cut off is refused with its line', async () => {
    expect(await refusal(turtle.slice(0, 300))).toMatchObject({
      code: 'unreadable-file',
      details: { place: { line: 5 } },
    })
    expect(await refusal(rdfXml.slice(0, 700))).toMatchObject({ code: 'unreadable-file' })
  })
})

const tmx = `<tmx version="1.4"><header srclang="en"/><body>
<tu tuid="u1" creationid="HUBER" creationdate="20240131T101500Z"><note>brass</note><prop type="domain">plumbing</prop>
<tuv xml:lang="en"><seg>ball <bpt i="1">&lt;b></bpt>valve<ept i="1">&lt;/b></ept></seg></tuv><tuv lang="ZH"><seg>球阀</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>${'The valve is closed by hand. '.repeat(6)}</seg></tuv><tuv xml:lang="zh"><seg>阀门用手关闭。</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg/></tuv></tu></body></tmx>`

test('TMX is read as a glossary: terms, not sentences', async () => {
  const whole = await read(utf16(tmx))
  expect([whole.format, ...conceptsOf(whole)]).toEqual(['tmx', 'en ball valve | zh 球阀'])
  expect(fromConceptEntry(whole.entries[0]!)).toMatchObject({ id: 'u1', note: 'brass', subjectField: 'plumbing' })
  expect(codesOf(whole)).toEqual(['sentence 1', 'empty-unit 1'])
})

test('a file is what it holds, whatever it is called', async () => {
  expect((await read(tmx, { file: 'glossary.tbx' })).format).toBe('tmx')
  expect((await read(multiterm.replace('UTF-16', 'UTF-8'), { file: 'glossary.csv' })).format).toBe('multiterm-xml')
  expect((await read(turtle, { file: 'glossary.txt' })).format).toBe('skos')
})

const concepts: PlainConcept[] = [
  {
    id: 'c7',
    subjectField: 'plumbing',
    definition: 'valve with a "ball"',
    note: 'brass',
    languages: [
      {
        language: 'en',
        terms: [
          { text: 'ball valve', administrativeStatus: 'preferredTerm-admn-sts', partOfSpeech: 'noun' },
          { text: 'quarter-turn valve', administrativeStatus: 'admittedTerm-admn-sts' },
        ],
      },
      { language: 'zh', terms: [{ text: '球阀', administrativeStatus: 'preferredTerm-admn-sts' }] },
    ],
  },
  {
    id: 'c8',
    languages: [
      { language: 'en', terms: [{ text: 'SCO' }] },
      { language: 'zh', terms: [{ text: '上海合作组织' }] },
    ],
  },
]

describe('what is written is read again', () => {
  test.each(['multiterm-xml', 'utx', 'skos', 'omegat', 'deepl-tsv'])('%s', async (format) => {
    const glossary = { header: { title: 'Valves' }, entries: concepts.map(toConceptEntry) }
    const chunks: Uint8Array[] = []
    for await (const chunk of writeGlossary(format, glossary, enZh).chunks) chunks.push(chunk)
    const whole = await read(Buffer.concat(chunks), enZh)
    expect(whole.format).toBe(format)
    expect(conceptsOf(whole)).toEqual(['en ball valve | en quarter-turn valve | zh 球阀', 'en SCO | zh 上海合作组织'])
    if (['multiterm-xml', 'utx', 'skos'].includes(format))
      expect(whole.entries.map(({ id }) => id)).toEqual(['c7', 'c8'])
    expect(whole.warnings).toEqual([])
  })
})

const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`

describe('hostile files are refused, with a place and a remedy', () => {
  test.each<[string, string | Uint8Array]>([
    ['an entity bomb in MultiTerm XML', `${bomb}<mtf><conceptGrp><concept>&b;</concept></conceptGrp></mtf>`],
    ['an entity bomb in TMX', `${bomb}<tmx version="1.4"><body><tu/></body></tmx>`],
    ['an entity bomb in RDF/XML', rdfXml.replace('<rdf:RDF', `${bomb}<rdf:RDF`)],
    ['MultiTerm XML that is cut off', utf16(multiterm.slice(0, 900))],
    [
      'MultiTerm XML of bytes that are no UTF-16',
      Buffer.concat([utf16(multiterm.slice(0, 60)), Buffer.from([0x00, 0xdc, 0x00])]),
    ],
    ['deep nesting', `<mtf><conceptGrp>${'<descripGrp>'.repeat(200)}`],
    ['nothing', ''],
    ['white space', ' \n\t\n'],
    ['a PDF', '%PDF-1.7\n1 0 obj'],
    ['HTML', '<!DOCTYPE html><html><body>Sign in</body></html>'],
  ])('%s', async (_name, content) => {
    const started = performance.now()
    const { details } = await refusal(content, enZh)
    expect(details.remedy).toBeTruthy()
    expect(details.place?.file).toBe('glossary')
    expect(performance.now() - started).toBeLessThan(2000)
  })
})
