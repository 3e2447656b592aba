import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { CleaningCounter, cleanText, foldScript, originalSpan } from './clean.js'

const gold = path.resolve('../shared/data/gold/noise/pinyin.jsonl')

describe('cleaning', () => {
  it.each([
    ['中國(guó)積極開(kāi)展', '中國積極開展'],
    ['協調機制(QCCM)與北約（NATO）', '協調機制(QCCM)與北約（NATO）'],
    ['ＳＣＯ 成员，２０２４年', 'SCO 成员，2024年'],
    ['co\u00adoperation \ufb01eld\u200b', 'cooperation field'],
  ])('makes %s into %s', (from, to) => {
    expect(cleanText(from).text).toBe(to)
  })

  it('counts what it did, with examples', () => {
    const counter = new CleaningCounter()
    cleanText('中國(guó)和英國(guó)的ＮＡＴＯ', counter.log)
    expect(counter.counts()).toEqual([
      {
        kind: 'width',
        count: 4,
        examples: [
          { from: 'Ｎ', to: 'N' },
          { from: 'Ａ', to: 'A' },
          { from: 'Ｔ', to: 'T' },
          { from: 'Ｏ', to: 'O' },
        ],
      },
      { kind: 'pinyin', count: 2, examples: [{ from: '國(guó)', to: '國' }] },
    ])
  })

  it('leads every stretch back to the stretch it came from', () => {
    const piece = fc.constantFrom('國(guó)', '中', 'ﬁ', 'Ａ', '\u00ad', '(NATO)', 'x ', '。', '合', '\u200b', '😀')
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        const original = pieces.join('')
        const clean = cleanText(original)
        if (clean.text.length === 0) return
        const start = a % clean.text.length
        const end = start + 1 + (b % (clean.text.length - start))
        const span = originalSpan(clean, start, end)
        expect(cleanText(original.slice(span.start, span.end)).text).toContain(clean.text.slice(start, end))
        expect(span.start).toBeLessThan(span.end)
        expect(clean.offsets).toHaveLength(clean.text.length + 1)
      }),
    )
  })

  it('keeps the length when it folds the script', () => {
    expect(foldScript('上海合作組織成員國')).toBe('上海合作组织成员国')
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => foldScript(text).length === text.length))
  })
})

const ifGold = existsSync(gold) ? describe : describe.skip
ifGold('the gold rows of pinyin noise', () => {
  const rows = existsSync(gold)
    ? readFileSync(gold, 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line))
    : []
  it('come out exact, control rows unchanged', () => {
    const wrong = rows.filter(({ noisy, clean, control }) => {
      const counter = new CleaningCounter()
      const { text } = cleanText(noisy, counter.log)
      if (control) return counter.counts().some(({ kind }) => kind === 'pinyin')
      return text.normalize('NFKC') !== clean.normalize('NFKC')
    })
    expect(wrong).toEqual([])
  })
})
