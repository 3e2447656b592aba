import { describe, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { DomainError } from '../shared/errors.js'
import type { ConceptEntry } from './model/concept-entry.js'
import type { GlossaryReading } from './model/glossary.js'
import { readGlossary, type ReadGlossaryOptions } from './read-glossary.js'

type Whole = Omit<GlossaryReading, 'entries'> & { entries: ConceptEntry[] }

// oxlint-disable-next-line typescript/require-await -- readers take their bytes as a stream
async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1001) yield bytes.subarray(at, at + 1001)
}

async function read(content: string | Uint8Array, options: ReadGlossaryOptions = {}): Promise<Whole> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const reading = await readGlossary(pieces(bytes), { file: 'glossary', ...options })
  const entries: ConceptEntry[] = []
  for await (const entry of reading.entries) entries.push(entry)
  return { ...reading, entries }
}

async function refusal(content: string | Uint8Array, options?: ReadGlossaryOptions): Promise<DomainError> {
  const error: unknown = await read(content, options).catch((error: unknown) => error)
  if (error instanceof DomainError) return error
  throw error instanceof Error ? error : new Error('Nothing was refused.')
}

const termsOf = ({ entries }: Whole): string[] =>
  entries.flatMap(({ languages }) =>
    languages.flatMap(({ language, terms }) => terms.map(({ text }) => `${language} ${text}`)),
  )
const codesOf = ({ warnings }: Whole): string[] => warnings.map(({ code }) => code)

const namespace = 'xmlns="urn:iso:std:iso:30042:ed-2"'
const header = '<tbxHeader><fileDesc><sourceDesc><p>test</p></sourceDesc></fileDesc></tbxHeader>'
const tbx = (body: string): string =>
  `<tbx type="TBX-Basic" style="dca" xml:lang="en" ${namespace}>${header}<text><body>${body}</body></text></tbx>`
const section = (inner: string, language = 'en'): string => `<langSec xml:lang="${language}">${inner}</langSec>`
const term = (text: string): string => `<termSec><term>${text}</term></termSec>`
const entry = (inner: string, id = 'c1'): string => `<conceptEntry id="${id}">${inner}</conceptEntry>`
const simple = tbx(entry(section(term('ball valve')) + section(term('球阀'), 'zh')))

describe('TBX is read', () => {
  test.each<[string, string | Uint8Array]>([
    ['as it should be', simple],
    ['with a byte order mark', `\ufeff${simple}`],
    ['with two of them', `\ufeff\ufeff${simple}`],
    ['in UTF-16 with a mark', Buffer.from(`\ufeff<?xml version="1.0" encoding="UTF-16"?>${simple}`, 'utf16le')],
    ['in UTF-16 without', Buffer.from(`<?xml version="1.0" encoding="UTF-16"?>${simple}`, 'utf16le')],
    ['in UTF-16 big endian', Buffer.from(`\ufeff${simple}`, 'utf16le').swap16()],
    ['that says UTF-16 and is UTF-8', `<?xml version="1.0" encoding="UTF-16"?>${simple}`],
    ['with white space in front', `\n  <?xml version="1.0"?>${simple}`],
    [
      'with a DOCTYPE that nobody has',
      `<?xml version="1.0"?><!DOCTYPE tbx SYSTEM "http://localhost:1/none.dtd">${simple}`,
    ],
    ['with a stylesheet and a model', `<?xml version="1.0"?><?xml-stylesheet href="file:///etc/passwd"?>${simple}`],
    ['with prefixes', simple.replaceAll(/<(\/?)/g, '<$1t:').replace('xmlns=', 'xmlns:t=')],
    ['without a namespace', simple.replace(namespace, '')],
    ['with comments and CDATA in a term', simple.replace('ball valve', 'ball<!-- x --> <![CDATA[valve]]>')],
    ['with line breaks in a term', simple.replace('ball valve', '\n  ball\n\tvalve ')],
  ])('%s', async (_, content) => {
    expect(termsOf(await read(content))).toEqual(['en ball valve', 'zh 球阀'])
  })

  test('with markup in a term, which is kept', async () => {
    const { entries } = await read(tbx(entry(section(term('H<hi type="subscript">2</hi>O')))))
    expect(entries[0]!.languages[0]!.terms[0]).toMatchObject({
      text: 'H2O',
      content: ['H', { name: 'hi', attributes: { type: 'subscript' }, content: ['2'] }, 'O'],
    })
  })

  test.each([
    ['windows-1252', 'na\xefve'],
    ['iso-8859-1', 'na\xefve'],
  ])('in %s when it says so', async (encoding, text) => {
    const bytes = Buffer.from(
      `<?xml version="1.0" encoding="${encoding}"?>${tbx(entry(section(term(text))))}`,
      'latin1',
    )
    expect(termsOf(await read(bytes))).toEqual(['en naïve'])
  })

  test.each<[string, string, string[], string]>([
    ['empty terms', tbx(entry(section(term('') + term('a')))), ['en a'], 'empty-term'],
    [
      'a language twice',
      tbx(entry(section(term('a'), 'en-us') + section(term('b'), 'en-US'))),
      ['en-US a', 'en-US b'],
      'same-language-twice',
    ],
    ['no language', tbx(entry(`<langSec>${term('a')}</langSec>`)), ['en a'], 'missing-language'],
    ['no id', tbx(`<conceptEntry>${section(term('a'))}</conceptEntry>`), ['en a'], 'missing-id'],
    ['an element that is none', tbx(entry(`<colour>red</colour>${section(term('a'))}`)), ['en a'], 'unknown-element'],
    [
      'sections that lost their entry',
      tbx(section(term('lost')) + entry(section(term('a')))),
      ['en a'],
      'outside-entry',
    ],
  ])('with %s, and a warning', async (_, content, terms, code) => {
    const whole = await read(content)
    expect(termsOf(whole)).toEqual(terms)
    expect(codesOf(whole)).toContain(code)
  })

  test.each([
    ['en_US', 'en-US'],
    ['EN', 'en'],
    ['zh-CHS', 'zh-Hans'],
    ['eng', 'en'],
    ['iw', 'he'],
  ])('with the language %s as %s', async (written, language) => {
    const { entries } = await read(tbx(entry(section(term('a'), written))))
    expect(entries[0]!.languages[0]).toMatchObject({ language, languageAsWritten: written })
  })

  test('with ids that are no names, kept as they are', async () => {
    const { entries } = await read(tbx(entry(section(term('a')), '2_76365') + entry(section(term('b')), 'address bar')))
    expect(entries.map(({ id }) => id)).toEqual(['2_76365', 'address bar'])
  })

  test('of 2008 with term groups, and of 2013', async () => {
    const old = `<martif type="TBX" xml:lang="en"><text><body><termEntry id="c1"><langSet xml:lang="en"><ntig><termGrp><term>a</term><termNote type="partOfSpeech">noun</termNote></termGrp><note>n</note></ntig></langSet></termEntry></body></text></martif>`
    expect((await read(old)).entries[0]!.languages[0]!.terms[0]!.nodes.map(({ element }) => element)).toEqual([
      'termNote',
      'note',
    ])
    const min = `<TBX dialect="TBX-Min"><header><id>x</id><languages source="de" target="en"/></header><body><termEntry id="C2"><langSet xml:lang="en"><tig><term>dog</term><termStatus>notRecommended</termStatus></tig></langSet></termEntry></body></TBX>`
    const whole = await read(min)
    expect(whole.header).toMatchObject({ title: 'x', languages: ['de', 'en'], style: 'min-2013' })
    expect(whole.entries[0]!.languages[0]!.terms[0]!.nodes[0]).toMatchObject({
      element: 'termNote',
      category: 'administrativeStatus',
    })
  })
})

const entities = (definitions: string, text: string): string =>
  `<?xml version="1.0"?><!DOCTYPE tbx [${definitions}]>${tbx(entry(section(term(text))))}`

describe('TBX is refused, with place and remedy', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['an external entity', entities('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;'), /entities of its own/],
    ['a parameter entity', entities('<!ENTITY % x SYSTEM "http://localhost:1/"> %x;', 'a'), /entities of its own/],
    ['an entity bomb', entities('<!ENTITY a "ha"><!ENTITY b "&a;&a;">', '&b;'), /entities of its own/],
    ['an undeclared entity', tbx(entry(section(term('a&nbsp;b')))), /undefined entity/],
    ['a zero character', tbx(entry(section(term('a&#0;')))), /not well-formed/],
    ['a control character', tbx(entry(section(term('a&#3;')))), /not well-formed/],
    ['a raw zero byte', tbx(entry(section(term('a\0')))), /not well-formed/],
    ['a file cut off', simple.slice(0, -30), /not well-formed/],
    ['text after the end', `${simple} more`, /not well-formed/],
    ['two roots', simple + simple, /not well-formed/],
    [
      'Latin-1 that does not say so',
      Buffer.from(tbx(entry(section(term('na\xefve')))), 'latin1'),
      /does not fit its encoding/,
    ],
    [
      'surrogates in UTF-8',
      Buffer.concat([Buffer.from(simple.slice(0, -40)), Buffer.of(0xed, 0xa0, 0x80)]),
      /does not fit/,
    ],
    ['XML 1.1', `<?xml version="1.1"?>${simple}`, /another XML version/],
    ['deep nesting', tbx('<x>'.repeat(200_000)), /nested more than 64 deep/],
    [
      '300,000 attributes',
      tbx(`<x ${Array.from({ length: 300_000 }, (_, n) => `a${n}="1"`).join(' ')}/>`),
      /A tag or a text has more than/,
    ],
    ['an enormous term', tbx(entry(section(term('a'.repeat(2_000_000))))), /more than 1000000 characters/],
    ['an enormous entry', tbx(entry(section(term('a').repeat(5000)))), /more than 2000 terms/],
    ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', /web page/],
    ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:0', /Git LFS/],
    ['other XML', '<?xml version="1.0"?><tags/>', /root element "tags"/],
    ['nothing', '', /empty/],
    ['an archive of other things', zipSync({ 'readme.txt': new Uint8Array(10) }), /no workbook/],
    ['a gzip archive', Uint8Array.of(0x1f, 0x8b, 8, 0, 0), /gzip/],
  ])('%s', async (_, content, message) => {
    const begin = Date.now()
    const error = await refusal(content)
    expect(error.message).toMatch(message)
    expect(error.details.remedy).toMatch(/\.$/)
    expect(error.details.place?.file).toBe('glossary')
    expect(Date.now() - begin).toBeLessThan(2000)
  })
})

describe('tables are read', () => {
  test('with a row per term, as they are written', async () => {
    const whole = await read('concept,language,term,partOfSpeech\nc1,en,ball valve,noun\nc1,zh,球阀,noun\nc2,en,tap,\n')
    expect(whole.entries).toHaveLength(2)
    expect(termsOf(whole)).toEqual(['en ball valve', 'zh 球阀', 'en tap'])
  })

  test.each([
    ['a column per language', 'zh;en;Domain\n球阀;"ball valve|ball cock";plumbing\n'],
    ['a byte order mark and tabs', '\ufeffzh\ten\tdomain\n球阀\tball valve|ball cock\tplumbing\n'],
  ])('with %s', async (_, content) => {
    const whole = await read(content)
    expect(termsOf(whole)).toEqual(['zh 球阀', 'en ball valve', 'en ball cock'])
    expect(whole.entries[0]!.nodes).toEqual([{ element: 'descrip', category: 'subjectField', content: ['plumbing'] }])
  })

  test('without header, when the languages are said', async () => {
    expect(termsOf(await read('球阀,ball valve\n', { source: 'zh', target: 'en' }))).toEqual([
      'zh 球阀',
      'en ball valve',
    ])
    expect((await refusal('球阀,ball valve\n')).message).toMatch(/which languages/)
  })

  test('with formulas that were made harmless', async () => {
    expect(termsOf(await read("en,zh\n'=SUM,'+49\n"))).toEqual(['en =SUM', 'zh +49'])
  })

  test('not with a language that is none, or a quote left open', async () => {
    expect((await refusal('concept,language,term\n1,?,a\n')).details.place).toEqual({ file: 'glossary', line: 2 })
    expect((await refusal('en,zh\n"a,b\n')).message).toMatch(/quoted cell is not closed/)
  })
})

describe('JSONL is refused at the line', () => {
  test.each([
    ['that is no JSON', '{"id":"1"', /Line 1 is not a JSON object/],
    ['that is no concept', '{"glossary":{}}\n{"id":"1","languages":[{"language":"en"}]}', /Line 2 is not a concept/],
  ])('%s', async (_, content, message) => {
    expect((await refusal(content)).message).toMatch(message)
  })
})
