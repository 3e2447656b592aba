import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { extractTermPairs } from './extract-term-pairs.js'
import { defaultThreshold } from './pairs/default-threshold.js'
import { variantKey } from './pairs/variant-key.js'
import { cleanText, foldScript } from './text/clean.js'
import type { Corpus, ExtractionOptions, TermPair } from './types.js'

/** One sentence pair; brackets mark a term and its answer: source('泄漏的[球阀]'), target('the leaking [ball valve]'). */
interface Picture {
  text: string
  marked: string[]
}
const source = (text: string): Picture => ({
  text: text.replaceAll(/[[\]]/gu, ''),
  marked: [...text.matchAll(/\[(.*?)\]/gu)].map((match) => match[1]!),
})
const target = source

const corpusOf = (pictures: [Picture, Picture][], languages = { source: 'zh', target: 'en' }): Corpus => ({
  languages,
  pairs: () =>
    pictures.map(([from, to], index) => ({
      document: 'picture',
      source: { text: from.text, start: 0, line: index + 1 },
      target: { text: to.text, start: 0, line: index + 1 },
      score: 1,
    })),
})

async function extracted(corpus: Corpus, options?: ExtractionOptions): Promise<TermPair[]> {
  const found: TermPair[] = []
  for await (const pair of extractTermPairs(corpus, options)) found.push(pair)
  return found
}

const valves: [Picture, Picture][] = [
  [source('[球阀]安装在泵的下游。'), target('The [ball valve] is installed downstream of the pump.')],
  [source('如果球阀泄漏，应更换密封环。'), target('If the ball valve leaks, the sealing ring shall be replaced.')],
  [source('密封环由[聚四氟乙烯]制成。'), target('The sealing ring is made of [polytetrafluoroethylene] (PTFE).')],
  [source('打开球阀之前请降低[工作压力]。'), target('Reduce the [working pressure] before opening the ball valve.')],
  [source('工作压力由[安全阀]限制。'), target('The working pressure is limited by a [safety valve].')],
]

describe('extraction', () => {
  it('finds the marked terms', async () => {
    const found = (await extracted(corpusOf(valves))).map(({ source, target }) => `${source} = ${target}`)
    for (const [from, to] of valves)
      for (const [index, term] of from.marked.entries()) expect(found).toContain(`${term} = ${to.marked[index]}`)
  })

  it('asks from either side', async () => {
    const turned = valves.map(([from, to]): [Picture, Picture] => [to, from])
    const found = await extracted(corpusOf(turned, { source: 'en', target: 'zh' }))
    expect(found.map(({ source, target }) => `${source} = ${target}`)).toContain('ball valve = 球阀')
  })

  it('lists short forms by themselves when asked to', async () => {
    const found = await extracted(corpusOf(valves), { shortForms: true })
    const [short] = found.filter(({ target }) => target === 'PTFE')
    expect(short).toMatchObject({ source: '聚四氟乙烯', target: 'PTFE', kind: 'abbreviation' })
    const { target } = short!.evidence[0]!
    expect(target.text.slice(target.start, target.end)).toBe('PTFE')
  })

  it('takes a bracket that repeats the original for what it is', async () => {
    const glossed: [Picture, Picture][] = [
      [
        source('这里使用双线性插值（bilinear interpolation）来保留信息。'),
        target('It uses [bilinear interpolation] to keep information.'),
      ],
    ]
    const found = await extracted(corpusOf(glossed), { all: true })
    const pair = found.find(({ target }) => target === 'bilinear interpolation')
    expect(pair).toMatchObject({ source: '双线性插值', reasons: { glossed: 1 } })
  })

  it('names a concept once, with the short form that the text defines', async () => {
    const found = await extracted(corpusOf(valves))
    const named = found.filter(({ source }) => source === '聚四氟乙烯')
    expect(named).toHaveLength(1)
    expect(named[0]).toMatchObject({ target: 'polytetrafluoroethylene', kind: 'abbreviation' })
    expect(named[0]!.variants).toContainEqual({
      source: '聚四氟乙烯',
      target: 'PTFE',
      kind: 'abbreviation',
      frequency: 1,
    })
  })

  it('keeps two concepts apart that share an abbreviation', async () => {
    const found = await extracted(
      corpusOf([
        [source('自动柜员机出现故障。'), target('The automated teller machine (ATM) is out of order.')],
        [source('异步传输模式用于骨干网。'), target('Asynchronous transfer mode (ATM) is used in the backbone.')],
      ]),
    )
    for (const { variants } of found) expect(variants.map(({ target }) => target)).not.toContain('ATM')
  })

  it('reads through pinyin and traditional script, and points at the text as it stood', async () => {
    const [pair] = (
      await extracted(
        corpusOf([
          [
            source('加強上海合作組織框架內的國(guó)際合作。'),
            target('It has strengthened international cooperation within the framework of the SCO.'),
          ],
          [source('國(guó)際合作很重要。'), target('International cooperation is important.')],
        ]),
      )
    ).filter(({ target }) => target === 'international cooperation')
    expect(pair?.source).toBe('国际合作')
    const { text, start, end } = pair!.evidence[0]!.source
    expect(text.slice(start, end)).toBe('國(guó)際合作')
  })

  it('does not propose again what is known', async () => {
    const known = [
      { source: '球阀', target: 'ball valves', state: 'approved' as const },
      { source: '安全阀', target: 'safety valve', state: 'rejected' as const },
    ]
    const found = (await extracted(corpusOf(valves), { known })).map(({ source, target }) => `${source} = ${target}`)
    expect(found).not.toContain('球阀 = ball valve')
    expect(found).not.toContain('安全阀 = safety valve')
    expect(found).toContain('工作压力 = working pressure')
  })

  it('lists a term once, and everything only when asked to', async () => {
    const listed = await extracted(corpusOf(valves), { threshold: 0 })
    const all = await extracted(corpusOf(valves), { all: true })
    for (const side of ['source', 'target'] as const)
      expect(new Set(listed.map((pair) => pair[side])).size).toBe(listed.length)
    expect(all.length).toBeGreaterThan(listed.length)
    const shown = (pairs: TermPair[]) => pairs.map(({ source, target }) => `${source} = ${target}`)
    expect(shown(all).filter((pair) => shown(listed).includes(pair))).toEqual(shown(listed))
    for (const { score } of await extracted(corpusOf(valves))) expect(score).toBeGreaterThanOrEqual(defaultThreshold)
  })

  it('offers another answer when the best one was rejected', async () => {
    const best = (await extracted(corpusOf(valves), { all: true })).find(({ target }) => target === 'ball valve')!
    const known = [{ source: best.source, target: best.target, state: 'rejected' as const }]
    const others = await extracted(corpusOf(valves), { known, threshold: 0 })
    for (const { source, target } of others) expect(`${source} = ${target}`).not.toBe('球阀 = ball valve')
  })

  it('stops when asked to', async () => {
    await expect(extracted(corpusOf(valves), { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    })
  })

  it('finds nothing where nothing is', async () => {
    expect(await extracted(corpusOf([]))).toEqual([])
    expect(await extracted(corpusOf([[source(''), target('')]]))).toEqual([])
  })

  it('works between languages without a tagger', async () => {
    const found = await extracted(
      corpusOf(
        [
          [source('La vanne à bille fuit.'), target('El grifo de bola gotea.')],
          [source('Remplacez la vanne à bille.'), target('Sustituya el grifo de bola.')],
          [source('La pompe est neuve.'), target('La bomba es nueva.')],
        ],
        { source: 'fr', target: 'es' },
      ),
      { threshold: 0 },
    )
    expect(found.length).toBeGreaterThan(0)
  })
})

describe('laws of extraction', () => {
  const sentence = fc.constantFrom<[Picture, Picture]>(
    ...valves,
    [source('世界衛(wèi)生組織發佈了指南。'), target('The WHO has published guidelines.')],
    [source('A公司（以下简称“甲方”）购买球阀。'), target('Company A (hereinafter “Party A”) buys ball valves.')],
    [source('。'), target('...')],
    [source('𠮷野家'), target('Yoshinoya 😀')],
  )
  const corpus = fc.array(sentence, { maxLength: 8 })
  const plain = (text: string, language: string) => variantKey(foldScript(cleanText(text).text), language)

  it('evidence contains its pair, scores fall from 1 to 0, the same corpus gives the same bytes', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, async (pictures) => {
        const found = await extracted(corpusOf(pictures))
        expect(JSON.stringify(await extracted(corpusOf(pictures)))).toBe(JSON.stringify(found))
        let last = 1
        for (const { source, target, score, evidence, reasons } of found) {
          expect(score).toBeLessThanOrEqual(last)
          expect(score).toBeGreaterThanOrEqual(0)
          last = score
          for (const value of Object.values(reasons)) expect(value >= 0 && value <= 1).toBe(true)
          expect(evidence.length).toBeGreaterThan(0)
          const slice = ({ text, start, end }: { text: string; start: number; end: number }) => text.slice(start, end)
          expect(evidence.map((one) => plain(slice(one.source), 'zh'))).toContain(variantKey(source, 'zh'))
          const stems = evidence.map((one) => plain(slice(one.target), 'en').slice(0, 3))
          expect(stems).toContain(variantKey(target, 'en').slice(0, 3))
        }
      }),
      { numRuns: 15 },
    )
  })

  it('shuffled sentences give the same pairs', async () => {
    const scores = async (pictures: [Picture, Picture][]) =>
      new Map((await extracted(corpusOf(pictures))).map(({ source, target, score }) => [`${source}\t${target}`, score]))
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(valves, { minLength: valves.length }), async (shuffled) => {
        const [one, other] = [await scores(valves), await scores(shuffled)]
        expect([...other.keys()].sort()).toEqual([...one.keys()].sort())
        for (const [pair, score] of one) expect(Math.abs(other.get(pair)! - score)).toBeLessThan(0.02)
      }),
      { numRuns: 6 },
    )
  })
})
