import { describe, expect, jest, test } from '@jest/globals'
import { gzipSync } from 'node:zlib'
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import path from 'node:path'
import { zipSync } from 'fflate'
import { DomainError } from '../../src/shared/errors.js'
import { readGlossary, type ConceptEntry, type ReadGlossaryOptions } from '../../src/formats/index.js'

jest.setTimeout(180_000)

const namespace = 'xmlns="urn:iso:std:iso:30042:ed-2"'
const header = '<tbxHeader><fileDesc><sourceDesc><p>test</p></sourceDesc></fileDesc></tbxHeader>'
const tbx = (body: string): string =>
  `<tbx type="TBX-Basic" style="dca" xml:lang="en" ${namespace}>\n${header}\n<text><body>\n${body}\n</body></text></tbx>`
const term = (text: string, more = ''): string => `<termSec><term>${text}</term>${more}</termSec>`
const section = (inner: string, language = 'en'): string => `<langSec xml:lang="${language}">${inner}</langSec>`
const entry = (inner: string, id = 'c1'): string => `<conceptEntry id="${id}">${inner}</conceptEntry>`
const simple = tbx(entry(section(term('valve')) + section(term('阀'), 'zh')))
const declared = (encoding: string, xml = simple): string => `<?xml version="1.0" encoding="${encoding}"?>\n${xml}`
const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le')
const doctype = (inside: string, xml = simple): string => `<?xml version="1.0"?><!DOCTYPE tbx ${inside}>${xml}`
const martif = (body: string, attributes = ''): string =>
  `<martif type="TBX" xml:lang="en"${attributes}><martifHeader><fileDesc><sourceDesc><p>t</p></sourceDesc></fileDesc></martifHeader><text><body>${body}</body></text></martif>`
const withTerm = (text: string): string => tbx(entry(section(term(text))))
const withNode = (node: string): string =>
  tbx(entry(section(term('valve')) + '') + '').replace('<langSec', `${node}<langSec`)
const inLanguage = (language: string): string => tbx(entry(section(term('valve'), language)))

type Accepted = [name: string, content: string | Uint8Array, terms: string[]]
type Warned = [name: string, content: string | Uint8Array, code: string, terms: string[]]
type Rejected = [name: string, content: string | Uint8Array, message: RegExp]

const both = ['en valve', 'zh 阀']
const valve = ['en valve']

const accepted: Accepted[] = [
  ['a DOCTYPE whose DTD nobody has', doctype('SYSTEM "TBXcoreStructV02.dtd"'), both],
  ['a DOCTYPE on the network', doctype('PUBLIC "x" "http://127.0.0.1:1/x.dtd"'), both],
  ['XInclude', withNode('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'), valve],
  ['a stylesheet', `<?xml version="1.0"?><?xml-stylesheet href="http://127.0.0.1:1/x.xsl"?>${simple}`, both],
  ['an xml-model', `<?xml version="1.0"?><?xml-model href="file:///etc/passwd"?>${simple}`, both],
  ['UTF-16 little endian with a mark', utf16(`\ufeff${declared('UTF-16')}`), both],
  ['UTF-16 little endian without', utf16(declared('UTF-16')), both],
  ['UTF-16 big endian with a mark', utf16(`\ufeff${declared('UTF-16')}`).swap16(), both],
  ['UTF-16 big endian without', utf16(declared('UTF-16')).swap16(), both],
  ['a byte order mark', `\ufeff${simple}`, both],
  ['two byte order marks', `\ufeff\ufeff${simple}`, both],
  ['windows-1252', Buffer.from(declared('windows-1252', withTerm('naïve')), 'latin1'), ['en naïve']],
  ['ISO-8859-1', Buffer.from(declared('ISO-8859-1', withTerm('naïve')), 'latin1'), ['en naïve']],
  ['a prefix', simple.replaceAll(/<(\/?)/g, '<$1t:').replace('xmlns=', 'xmlns:t='), both],
  ['no namespace', simple.replace(namespace, ''), both],
  ['a wrong namespace of the standard', simple.replace('ed-2', 'ed-3'), both],
  [
    'TBX 2008 in the namespace of TBX 3',
    martif(
      '<termEntry id="c1"><langSet xml:lang="en"><tig><term>valve</term></tig></langSet></termEntry>',
      ` ${namespace}`,
    ),
    valve,
  ],
  [
    'DCA and DCT mixed',
    tbx(
      entry(
        section(term('valve', '<min:partOfSpeech xmlns:min="http://www.tbxinfo.net/ns/min">noun</min:partOfSpeech>')),
      ),
    ),
    valve,
  ],
  ['CDATA in a term', withTerm('<![CDATA[valve]]>'), valve],
  ['comments and instructions in a term', withTerm('val<!-- x --><?y?>ve'), valve],
  ['markup in a term', withTerm('<hi type="bold">val</hi>ve'), valve],
  ['line breaks and tabs in a term', withTerm('\n\t  valve \n'), valve],
  ['an empty language section', tbx(entry(section(term('valve')) + section('', 'zh'))), valve],
  ['one language only', withTerm('valve'), valve],
  [
    'ids that are no names',
    tbx(entry(section(term('valve')), '2_76365') + entry(section(term('tap')), '{a b}')),
    ['en valve', 'en tap'],
  ],
  ['ids twice', tbx(entry(section(term('valve'))) + entry(section(term('tap')))), ['en valve', 'en tap']],
  ['en_US', inLanguage('en_US'), ['en-US valve']],
  ['EN', inLanguage('EN'), valve],
  ['eng', inLanguage('eng'), valve],
  ['zh-CHS', inLanguage('zh-CHS'), ['zh-Hans valve']],
  ['iw', inLanguage('iw'), ['he valve']],
  ['xx', inLanguage('xx'), ['xx valve']],
  [
    'an unknown picklist value',
    tbx(entry(section(term('valve', '<termNote type="partOfSpeech">thing</termNote>')))),
    valve,
  ],
  ['an unknown category', tbx(entry(section(term('valve', '<termNote type="colour">red</termNote>')))), valve],
  ['a reference that leads nowhere', withNode('<ref type="crossReference" target="c99">x</ref>'), valve],
  ['a reference forward', withNode('<ref type="crossReference" target="c1">x</ref>'), valve],
  ['a target that runs', withNode('<xref type="externalCrossReference" target="javascript:alert(1)">x</xref>'), valve],
  ['a target of another protocol', withNode('<xref type="xGraphic" target="ftp://x/y">x</xref>'), valve],
  ['HTML in a definition', withNode('<descrip type="definition">&lt;script&gt;x&lt;/script&gt;</descrip>'), valve],
  ['a term that a spreadsheet would run', withTerm('=cmd|x'), ['en =cmd|x']],
  ['a term that begins with a plus', withTerm('+49 30'), ['en +49 30']],
  ['a term that begins with an at', withTerm('@SUM'), ['en @SUM']],
  [
    'a date that is none',
    withNode('<transacGrp><transac type="transactionType">origination</transac><date>31.02.2024</date></transacGrp>'),
    valve,
  ],
  ['marks of direction and soft hyphens', withTerm('\u200fval\u00adve'), ['en \u200fval\u00adve']],
  ['letters taken apart, and beyond the first plane', withTerm('e\u0301 𠮷'), ['en e\u0301 𠮷']],
]

const warned: Warned[] = [
  ['says UTF-16 and is UTF-8', declared('UTF-16'), 'unusual-start', both],
  ['has white space in front', `\n ${declared('UTF-8')}`, 'unusual-start', both],
  ['has an empty term', tbx(entry(section(term('') + term('valve')))), 'empty-term', valve],
  [
    'has a language twice',
    tbx(entry(section(term('valve')) + section(term('tap')))),
    'same-language-twice',
    ['en valve', 'en tap'],
  ],
  ['lacks an id', simple.replace(' id="c1"', ''), 'missing-id', both],
  ['lacks a language', tbx(entry(`<langSec>${term('valve')}</langSec>`)), 'missing-language', valve],
  ['has the language ---', inLanguage('---'), 'unknown-language', ['und valve']],
  ['has the language C', inLanguage('C'), 'unknown-language', ['und valve']],
  ['has an empty language', inLanguage(''), 'missing-language', valve],
  ['has text where none belongs', tbx(entry(`stray${section(term('valve'))}`)), 'stray-text', valve],
]

const bomb = `[${Array.from({ length: 12 }, (_, n) => `<!ENTITY e${n + 1} "${`&e${n};`.repeat(10)}">`).join('')}<!ENTITY e0 "ha">]`
const rejected: Rejected[] = [
  [
    'an external entity of a file',
    doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]', withTerm('&x;')),
    /entities of its own/,
  ],
  [
    'an external entity of an address',
    doctype('[<!ENTITY x SYSTEM "http://127.0.0.1:1/">]', withTerm('&x;')),
    /entities of its own/,
  ],
  ['a parameter entity', doctype('[<!ENTITY % p SYSTEM "http://127.0.0.1:1/"> %p;]'), /entities of its own/],
  ['a billion laughs', doctype(bomb, withTerm('&e12;')), /entities of its own/],
  [
    'a quadratic blow-up',
    doctype(`[<!ENTITY a "${'a'.repeat(50_000)}">]`, withTerm('&a;'.repeat(1000))),
    /entities of its own/,
  ],
  ['an entity that nobody declared', withTerm('a&nbsp;b'), /undefined entity/],
  ['Latin-1 that does not say so', Buffer.from(withTerm('naïve'), 'latin1'), /does not fit its encoding/],
  [
    'surrogates as UTF-8 (CESU-8)',
    Buffer.concat([Buffer.from(simple.slice(0, -60)), Buffer.of(0xed, 0xa0, 0x80)]),
    /does not fit its encoding/,
  ],
  ['&#0;', withTerm('a&#0;'), /not well-formed/],
  ['&#3;', withTerm('a&#3;'), /not well-formed/],
  ['a raw zero byte', withTerm('a\0'), /not well-formed/],
  ['a file that is cut off', simple.slice(0, -40), /not well-formed/],
  ['text after the end', `${simple}more`, /not well-formed/],
  ['two roots', simple + simple, /not well-formed/],
  ['a second declaration', `<?xml version="1.0"?><?xml version="1.0"?>${simple}`, /not well-formed/],
  ['XML 1.1', `<?xml version="1.1"?>${simple}`, /another XML version/],
  [
    'a prefix that nobody bound',
    simple.replace('<term>', '<t:term>').replace('</term>', '</t:term>'),
    /unbound namespace prefix/,
  ],
  ['zero bytes', '', /empty/],
  ['a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', /web page/],
  ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n', /Git LFS/],
  ['gzip', gzipSync(simple), /gzip/],
  ['a zip', zipSync({ 'a.tbx': Buffer.from(simple) }), /no workbook/],
  ['the other .TBX, of OpenTM2', '<?xml version="1.0"?><tags><tag/></tags>', /root element "tags"/],
]

// oxlint-disable-next-line typescript/require-await -- readers take their bytes as a stream
async function* pieces(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 1009) yield bytes.subarray(at, at + 1009)
}

async function read(content: string | Uint8Array, options: ReadGlossaryOptions = {}) {
  const begin = performance.now()
  const reading = await readGlossary(pieces(Buffer.from(content)), { file: 'hostile.tbx', ...options })
  const entries: ConceptEntry[] = []
  for await (const entry of reading.entries) entries.push(entry)
  const terms = entries.flatMap(({ languages }) =>
    languages.flatMap(({ language, terms }) => terms.map(({ text }) => `${language} ${text}`)),
  )
  expect(performance.now() - begin).toBeLessThan(2000)
  return { terms, codes: reading.warnings.map(({ code }) => code), entries }
}

async function refusal(content: string | Uint8Array): Promise<DomainError> {
  const begin = performance.now()
  const error: unknown = await read(content).catch((error: unknown) => error)
  expect(performance.now() - begin).toBeLessThan(2000)
  expect(error).toBeInstanceOf(DomainError)
  return error as DomainError
}

const isXml = (content: string | Uint8Array): boolean => /^\s*</.test(Buffer.from(content).toString('latin1'))

describe('what a reader of TBX has to survive', () => {
  test.each(accepted)('%s is read', async (_, content, terms) => {
    expect((await read(content)).terms).toEqual(terms)
  })

  test.each(warned)('a file that %s is read with a warning', async (_, content, code, terms) => {
    const found = await read(content)
    expect(found.terms).toEqual(terms)
    expect(found.codes).toContain(code)
  })

  test.each(rejected)('%s is refused with place, reason and remedy', async (_, content, message) => {
    const { message: found, details } = await refusal(content)
    expect(found).toMatch(message)
    expect(details.remedy).toMatch(/\.$/)
    expect(details.place).toMatchObject({ file: 'hostile.tbx' })
    if (isXml(content)) expect(details.place).toMatchObject({ line: expect.any(Number), column: expect.any(Number) })
  })

  test('nothing is ever fetched', async () => {
    let requests = 0
    const server = createServer((_, response) => {
      requests++
      response.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as { port: number }
    for (const content of [...accepted, ...rejected]
      .map(([, content]) => content)
      .filter((content) => typeof content === 'string'))
      await read(content.replaceAll('127.0.0.1:1/', `127.0.0.1:${port}/`)).catch(() => {})
    await new Promise((resolve) => server.close(resolve))
    expect(requests).toBe(0)
  })

  test('the same file gives the same entries twice', async () => {
    expect((await read(simple)).entries).toEqual((await read(simple)).entries)
  })
})

describe('what a person can decide', () => {
  test('control characters are left out on request, and counted', async () => {
    const damaged = withTerm('val&#3;v\u0001e&#x0B;')
    expect((await refusal(damaged)).details.remedy).toMatch(/repair/)
    const { terms, codes } = await read(damaged, { repair: true })
    expect({ terms, codes }).toEqual({ terms: valve, codes: ['unusual-start'] })
  })

  test('another encoding is chosen where none is said', async () => {
    const latin = Buffer.from(withTerm('naïve'), 'latin1')
    expect((await refusal(latin)).details).toMatchObject({
      remedy: expect.stringMatching(/encoding/),
      place: { line: 4 },
    })
    expect((await read(latin, { encoding: 'windows-1252' })).terms).toEqual(['en naïve'])
  })

  test('the reading is cancelled', async () => {
    const cancel = new AbortController()
    cancel.abort()
    await expect(read(simple, { signal: cancel.signal })).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('what is large is refused in flat memory', () => {
  test.each([
    ['deep nesting', /nested more than 64 deep/],
    ['many attributes', /more than/],
    ['an attribute of 20 MB', /more than/],
    ['a term of 50 MB', /more than/],
    ['a comment of 50 MB', /more than/],
    ['400,000 terms in an entry', /more than 2000 terms/],
    ['an endless table cell', /more than/],
  ])('%s', (name, message) => {
    const script = path.resolve(import.meta.dirname, '../support/hostile-process.mjs')
    const found = JSON.parse(execFileSync(process.execPath, [script, name], { encoding: 'utf8' })) as Record<
      string,
      unknown
    >
    expect(found).toMatchObject({
      verdict: 'reject',
      message: expect.stringMatching(message),
      remedy: expect.any(String),
    })
    expect(found['place']).toMatchObject({ file: 'hostile', line: expect.any(Number) })
    expect(found['seconds']).toBeLessThan(2)
    expect(found['megabytes']).toBeLessThan(100)
  })
})
