import { afterAll, beforeAll, describe, expect, it } from '@jest/globals'
import { strToU8, zipSync } from 'fflate'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { temporaryFolder, termloom } from '../support/run-termloom.js'

const chinese = '球阀漏水，应当更换。\n'
const english = 'The ball valve leaks and must be replaced.\n'
const languages = ['--source', 'zh', '--target', 'en']
const toEnglish = ['--source', 'en', '--target', 'zh']

let folder: ReturnType<typeof temporaryFolder>
const at = (name: string): string => path.join(folder.path, name)
const put = (name: string, content: string | Uint8Array): string => {
  mkdirSync(path.dirname(at(name)), { recursive: true })
  writeFileSync(at(name), content)
  return at(name)
}

beforeAll(() => {
  folder = temporaryFolder('exchange')
})
afterAll(() => folder.remove())

const archive = (files: Record<string, string>): Uint8Array =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

describe('align', () => {
  it.each<[string, () => string[]]>([
    ['two files that differ in a language', () => [put('a.en.txt', english), put('a.zh.txt', chinese)]],
    ['folders named by language', () => [put('zh/b.txt', chinese), put('en/b.txt', english)]],
    ['an archive', () => [put('c.zip', archive({ 'c.zh.txt': chinese, 'c.en.txt': english, 'c.png': '' }))]],
    ['gettext', () => [put('d.po', `msgid "${english.trim()}"\nmsgstr "${chinese.trim()}"\n`)]],
    ['captions', () => [put('e.srt', `1\n00:00:01,000 --> 00:00:02,000\n${chinese}${english}`)]],
  ])('reads %s', async (_name, files) => {
    const { code, stdout } = await termloom(['align', ...files(), ...languages])
    expect([code, stdout.split('\n')[0]!.split('\t').slice(3)]).toEqual([0, [chinese.trim(), english.trim()]])
  })

  it('names the file inside an archive, and tells what was left alone', async () => {
    const file = put('f.zip', archive({ 'f.zh.txt': chinese, 'f.en.txt': english, 'logo.png': 'x' }))
    const { stdout, stderr } = await termloom(['align', file, ...languages, '--format', 'jsonl'])
    expect(JSON.parse(stdout.split('\n')[0]!).document).toBe('f.zip/f.zh.txt')
    expect(stderr).toContain('f.zip/logo.png: is no document that is read; it was left alone.')
  })

  it.each<[string, string | Uint8Array, RegExp]>([
    ['bad.zip', archive({ '../a.zh.txt': chinese }), /points outside/],
    ['scan.pdf', '%PDF-1.4\nnothing', /damaged/],
    ['broken.po', 'msgid "a"\nmsgstr "b\n', /Line 2/],
    ['one.xlsx', archive({ 'xl/workbook.xml': '<workbook xmlns="m"><sheets/></workbook>' }), /columns in zh and en/],
  ])('refuses %s with its name and a remedy', async (name, content, message) => {
    const { code, stderr, stdout } = await termloom(['align', put(name, content), ...languages])
    expect([code, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(message)
    expect(stderr).toContain(name)
    expect(stderr).not.toMatch(/\bat .*:\d+:\d+/)
  })
})

describe('convert', () => {
  const list = '# valves\nball valve\t球阀\twith a ball\nquarter-turn valve\t球阀\twith a ball\ntap\t龙头\n'

  it('goes through every format that can be read again, and ends where it began', async () => {
    let input = put('list.txt', list)
    for (const name of ['1.xml', '2.tmx', '3.ttl', '4.utx', '5.tbx', '6.txt']) {
      const { code, stderr } = await termloom(['convert', input, at(name), ...toEnglish])
      expect([name, code, stderr.split('\n')[0]]).toEqual([name, 0, expect.stringMatching(/^2 concepts with 5 terms/)])
      input = at(name)
    }
    const pairs = readFileSync(at('6.txt'), 'utf8').split('\n').filter(Boolean)
    expect(pairs.map((line) => line.split('\t').slice(0, 2).join(' = ')).sort()).toEqual([
      'ball valve = 球阀',
      'quarter-turn valve = 球阀',
      'tap = 龙头',
    ])
    expect(existsSync(at('1.xdt'))).toBe(true)
  })

  it('maps a field of MultiTerm as it is told', async () => {
    const file = put(
      'mtf.xml',
      '<mtf><conceptGrp><concept>1</concept><descripGrp><descrip type="Thema X">Sanitär</descrip></descripGrp>' +
        '<languageGrp><language lang="DE" type="German"/><termGrp><term>Ventil</term></termGrp></languageGrp></conceptGrp></mtf>',
    )
    const convert = (...more: string[]) => termloom(['convert', file, '-', '--to', 'csv', ...more])
    expect((await convert()).stderr).toContain('The field "Thema X" is none that is known')
    expect((await convert('--field', 'Thema X=subjectField')).stdout).toContain('1,Sanitär,')
  })

  it('refuses a PDF for which there is no font, and leaves nothing behind', async () => {
    const { code, stderr } = await termloom([
      'convert',
      put('p.txt', list),
      at('p.pdf'),
      ...toEnglish,
      '--font',
      'none',
    ])
    expect(code).toBe(1)
    expect(stderr).toContain('TERMLOOM_PDF_FONT')
    expect([existsSync(at('p.pdf')), existsSync(at('p.pdf.part'))]).toEqual([false, false])
  })

  const noto = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'
  const withFont = existsSync(noto) ? it : it.skip
  withFont('finds an installed font for a PDF', async () => {
    const { code, stderr } = await termloom(['convert', put('q.txt', list), at('q.pdf'), ...toEnglish])
    expect([code, stderr.includes('font lacks')]).toEqual([0, false])
    expect(readFileSync(at('q.pdf')).includes('NotoSansCJK')).toBe(true)
  })
})
