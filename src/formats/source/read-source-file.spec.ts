import { describe, expect, test } from '@jest/globals'
import { zipSync } from 'fflate'
import { DomainError } from '../../shared/errors.js'
import { readSourceFile } from './read-source-file.js'
import type { SourceFileOptions } from './source-file.js'

const zhEn = { source: 'zh', target: 'en' }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

function read(name: string, text: string | Uint8Array, options: SourceFileOptions = { languages: zhEn }) {
  return readSourceFile(name, typeof text === 'string' ? bytes(text) : text, options)
}

async function pairs(
  name: string,
  text: string | Uint8Array,
  options?: SourceFileOptions,
): Promise<[string, string][]> {
  const file = await read(name, text, options)
  if (file.kind !== 'segments') throw new Error(`read as ${file.kind}`)
  return file.segments.map(({ source, target }) => [source, target])
}

async function refusal(name: string, text: string | Uint8Array, options?: SourceFileOptions): Promise<DomainError> {
  try {
    await read(name, text, options)
  } catch (error) {
    if (error instanceof DomainError) return error
    throw error
  }
  throw new Error('Nothing was refused.')
}

const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

const cell = (text: string): string => `<w:tc>${text.split('\n').map(paragraph).join('')}</w:tc>`

const table = (rows: string[][]): string =>
  `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`

/** A document from its body: paragraphs are strings, tables arrays of rows of cells. */
function docx(...body: (string | string[][])[]): Uint8Array {
  const blocks = body.map((block) => (typeof block === 'string' ? paragraph(block) : table(block)))
  return archive('word/document.xml', blocks.join(''))
}

function archive(part: string, body: string): Uint8Array {
  const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`
  return zipSync({ [part]: bytes(xml) })
}

describe('plain text', () => {
  test('stays as it came', async () => {
    const text = '上海合作组织\r\nShanghai Cooperation Organization\n'
    expect(await read('a.md', text)).toEqual({ kind: 'text', format: 'text', text, encoding: 'utf-8' })
  })
  test('may begin with a tag', async () => expect((await read('a.txt', '<中文> 上海\nShanghai\n')).kind).toBe('text'))
})

describe('tab-separated pairs', () => {
  test('are told from their content', async () => {
    expect(await pairs('a.txt', '上海\tShanghai\n\n北京\tBeijing\n')).toEqual([
      ['上海', 'Shanghai'],
      ['北京', 'Beijing'],
    ])
  })
  test('may name their columns, in either order', async () => {
    expect(await pairs('a.tsv', 'en\tzh-CN\nShanghai\t上海')).toEqual([['上海', 'Shanghai']])
    expect(await pairs('a.tsv', 'source\ttarget\n上海\tShanghai')).toEqual([['上海', 'Shanghai']])
  })
  test('keep the line they stood in', async () => {
    const file = await read('a.tsv', '\n上海\tShanghai\n')
    expect(file.kind === 'segments' && file.segments[0]).toEqual({ source: '上海', target: 'Shanghai', line: 2 })
  })
  test.each([
    ['no tab', '上海\tShanghai\n北京 Beijing\n'],
    ['2 tabs', '上海\tShanghai\n1\t北京\tBeijing\n'],
  ])('are refused at the line that has %s', async (message, text) => {
    const error = await refusal('a.tsv', text)
    expect(error.message).toContain(message)
    expect(error.details.place).toEqual({ file: 'a.tsv', line: 2 })
  })
})

const tmx = (...units: string[]): string =>
  `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en"/><body>${units.join('\n')}</body></tmx>`

describe('TMX', () => {
  const unit =
    '<tu><tuv xml:lang="en-US"><seg>The <bpt i="1">&lt;b></bpt>ball <hi>valve</hi><ept i="1">&lt;/b></ept> leaks</seg></tuv>' +
    '<tuv lang="ZH-CN"><seg>球阀泄漏</seg></tuv><tuv xml:lang="de"><seg>Das Kugelventil leckt</seg></tuv></tu>'

  test('gives the declared languages without inline codes', async () => {
    expect(await pairs('a.xml', tmx(unit))).toEqual([['球阀泄漏', 'The ball valve leaks']])
    expect(await pairs('a.tmx', tmx(unit), { languages: { source: 'en', target: 'de' } })).toEqual([
      ['The ball valve leaks', 'Das Kugelventil leckt'],
    ])
  })
  test('takes its own languages when none are declared', async () => {
    expect(await read('a.tmx', tmx(unit), {})).toMatchObject({ languages: { source: 'en-US', target: 'zh-CN' } })
  })
  test('reads UTF-16', async () => {
    const text = tmx(unit).replace('version="1.0"', 'version="1.0" encoding="UTF-16"')
    expect(await pairs('a.tmx', Buffer.from('\ufeff' + text, 'utf16le'))).toEqual([
      ['球阀泄漏', 'The ball valve leaks'],
    ])
  })
  test('says which languages it has instead', async () => {
    expect((await refusal('a.tmx', tmx(unit), { languages: { source: 'ja', target: 'en' } })).message).toContain(
      'en-US, ZH-CN, de',
    )
  })
  test('cut off half way is refused with its line', async () => {
    expect((await refusal('a.tmx', tmx(unit).slice(0, 200))).details).toMatchObject({
      remedy: 'The file seems to be cut off: export or upload it again.',
      place: { file: 'a.tmx', line: 2 },
    })
  })
})

describe('XLIFF', () => {
  test('1.2: targets without codes, proposals left aside', async () => {
    const xliff = `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="zh-CN" target-language="en"><body><group>
      <trans-unit id="1"><source>点击<g id="1">保存</g><x id="2"/></source><target>Click <g id="1">Save</g><ph id="2">{br}</ph></target>
        <alt-trans><source>点击</source><target>Press</target></alt-trans></trans-unit></group></body></file></xliff>`
    expect(await pairs('a.xlf', xliff)).toEqual([['点击保存', 'Click Save']])
    expect(await pairs('a.xlf', xliff, { languages: { source: 'en', target: 'zh' } })).toEqual([
      ['Click Save', '点击保存'],
    ])
    expect((await refusal('a.xlf', xliff, { languages: { source: 'de', target: 'zh' } })).message).toContain(
      'zh-CN to en',
    )
  })
  test('2.x: segments, without matches and white space between', async () => {
    const xliff = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0" version="2.1" srcLang="zh" trgLang="en"><file id="f"><unit id="u">
      <mtc:matches><mtc:match ref="#1"><source>北</source><target>North</target></mtc:match></mtc:matches>
      <segment><source><pc id="1">北京</pc><ph id="2"/></source><target>Beijing<cp hex="001A"/></target></segment><ignorable><source> </source></ignorable></unit></file></xliff>`
    expect(await pairs('a.xlf', xliff)).toEqual([['北京', 'Beijing ']])
  })
})

describe('Word documents', () => {
  test('running text, a line per paragraph', async () => {
    expect(await read('a.docx', docx('上海合作组织', 'Shanghai Cooperation Organization'))).toEqual({
      kind: 'text',
      format: 'docx',
      text: '上海合作组织\nShanghai Cooperation Organization',
      encoding: 'utf-8',
    })
  })
  test('a table of two columns in either order, without its heading', async () => {
    const rows = [
      ['English', '中文'],
      ['Shanghai', '上海'],
      ['Beijing\nTianjin', '北京\n天津'],
    ]
    expect(await pairs('a.docx', docx('Terms', rows))).toEqual([
      ['上海', 'Shanghai'],
      ['北京', 'Beijing'],
      ['天津', 'Tianjin'],
    ])
  })
  test('a small table inside much text is text', async () => {
    const text = '上海合作组织成员国元首理事会会议在北京举行。'
    expect((await read('a.docx', docx(text, [['Shanghai', '上海']]))).kind).toBe('text')
  })
  test('deleted text, readings above characters and field codes are not text', async () => {
    const body =
      '<w:p><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:ruby><w:rt><w:r><w:t>shàng</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>上</w:t></w:r></w:rubyBase></w:ruby></w:r>' +
      '<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>海</w:t><w:br/><w:t>b</w:t></w:r></w:p>'
    expect(await read('a.docx', archive('word/document.xml', body))).toMatchObject({ text: '上海\nb' })
  })
  test.each([
    ['a presentation', 'ppt/presentation.xml', /presentation/],
    ['another archive', 'readme.txt', /zip archive/],
  ])('%s is named', async (_, part, message) => {
    const error = await refusal('a.docx', archive(part, ''))
    expect(error.message).toMatch(message)
    expect(error.details.remedy).toBeTruthy()
  })
  test('one that unpacks enormously is refused unread', async () => {
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(50_000_000) })
    expect((await refusal('a.docx', bomb)).code).toBe('too-large')
  })
  test('one cut off is refused', async () =>
    expect((await refusal('a.docx', docx('上海').slice(0, 90))).message).toMatch(/damaged or cut off/))
})

describe('what is no document', () => {
  test.each([
    ['a login page', '<!DOCTYPE html>\n<html><body>Sign in</body></html>', /web page/],
    ['a glossary', '<tbx type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2"/>', /glossary/],
    ['other XML', '<?xml version="1.0"?><catalogue/>', /unknown kind/],
    ['a pointer', 'version https://git-lfs.github.com/spec/v1\noid sha256:1\n', /Git LFS/],
    ['white space', ' \n\n', /white space/],
    ['nothing', '', /empty/],
  ])('%s is named, with a remedy', async (_, text, message) => {
    const error = await refusal('a.txt', text)
    expect(error.message).toMatch(message)
    expect(error.details.remedy).toBeTruthy()
  })
  test('a file beyond the limit', async () => {
    expect((await refusal('a.txt', 'too long', { maxBytes: 5 })).code).toBe('too-large')
  })
})
