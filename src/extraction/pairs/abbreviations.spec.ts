import { describe, expect, it } from '@jest/globals'
import fc from 'fast-check'
import { definitionsIn } from './abbreviations.js'

/** "the [World Health Organization] ({WHO})": brackets mark the long form, braces the short form that must be found. */
function picture(marked: string): { text: string; expected: string } {
  const long = /\[(.*?)\]/u.exec(marked)?.[1]
  const short = /\{(.*?)\}/u.exec(marked)?.[1]
  return { text: marked.replace(/[[\]{}]/gu, ''), expected: long && short ? `${short} = ${long}` : '' }
}

const found = (text: string) =>
  definitionsIn(text)
    .map(({ short, long }) => `${short.text} = ${long.text}`)
    .join('; ')

describe('abbreviations that a text defines', () => {
  it.each([
    'Guidance of the [World Health Organization] ({WHO}) applies.',
    'China initiated the [Quadrilateral Cooperation and Coordination Mechanism] ({QCCM}), a mechanism by four countries.',
    'patients with [chronic obstructive pulmonary disease] ({COPD}; n = 12) were seen',
    'treated with [2,6-diaminopurine] ({DAP}) for a week',
    'the {FATF} ([Financial Action Task Force]) met',
    'was measured by [enzyme-linked immunosorbent assay] ({ELISA}).',
    'all [authorized institutions] ({AIs}) report',
    'el [Instituto Khmer para la Democracia] ({IKD}), organización',
    'the [Hong Kong Monetary Authority] (hereinafter referred to as "the {HKMA}") said',
    'la [Banque centrale européenne] (ci-après « la {BCE} ») a décidé',
    "l'[Organisation mondiale de la Santé] (ci-après dénommée « l'{OMS} »)",
    'Die [Europäische Zentralbank] (im Folgenden „{EZB}“) hat',
    'El [Banco Central Europeo] (en adelante, «el {BCE}») decidió',
    'la [Banca centrale europea] (di seguito «{BCE}») decide',
    'o [Banco Central Europeu] (doravante «{BCE}») decide',
    '[Всемирная организация здравоохранения] (далее — {ВОЗ}) сообщает',
    'the [left atrium] ({LA}) was enlarged',
    '[上海合作组织]（以下简称“{上合组织}”）成立于2001年。',
    '根据《[中华人民共和国数据安全法]》（以下简称《{数据安全法}》）制定',
    '根据[中华人民共和国数据安全法]（以下简称{数据安全法}）制定',
    '[慢性阻塞性肺疾病]，简称{慢阻肺}，是一种常见病',
  ])('%s', (marked) => {
    const { text, expected } = picture(marked)
    expect(found(text)).toBe(expected)
  })

  it.each([
    'The treaty was signed (see Annex I) in Paris.',
    'It rose by 3 percent (2.5 in 2015).',
    'Members met in spring (April and May) again.',
    'The bank (HKMA) said so.',
    '中國(guó)積極開展合作',
  ])('defines nothing: %s', (text) => {
    expect(found(text)).toBe('')
  })

  it('points at what it found, whatever the text', () => {
    const piece = fc.constantFrom(
      'World ',
      'Health ',
      'Organization ',
      '(WHO)',
      '（简称',
      '世卫',
      '组织）',
      '(',
      ')',
      ' and ',
      '5-',
      "'",
      '。',
      '[',
      ']',
      'A',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const text = pieces.join('')
        for (const { short, long, score } of definitionsIn(text)) {
          expect(text.slice(short.start, short.end)).toBe(short.text)
          expect(text.slice(long.start, long.end)).toBe(long.text)
          expect(score).toBeGreaterThan(0)
          expect(score).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})
