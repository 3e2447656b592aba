import { stemmer as dutch } from '@orama/stemmers/dutch'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as italian } from '@orama/stemmers/italian'
import { stemmer as portuguese } from '@orama/stemmers/portuguese'
import { stemmer as russian } from '@orama/stemmers/russian'
import { stemmer as spanish } from '@orama/stemmers/spanish'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'

/**
 * What the matcher knows of a language; a language that is not listed is matched as it is written.
 *
 * A Snowball stemmer brings forms together generously (organ, organization), and the endings then say which of them are
 * forms of one word: after what both have in common, each must go on with one of `endings`.
 */
export interface MatchingLanguage {
  /** Han characters are read in simplified script. */
  simplify?: boolean
  stem?: (word: string) => string
  /** Endings of declension, the empty one included. */
  endings?: readonly string[]
  /** Endings that only verbs take: a noun that meets one is a doubtful match. */
  verbEndings?: readonly string[]
  /** Form -> base form, for what no rule brings together. */
  irregular?: Readonly<Record<string, string>>
  /** Rewritten before stemming and comparing: umlauts that come and go, accents that move. */
  rewrites?: readonly (readonly [RegExp, string])[]
  /** Written onto a word without a space (Korean particles). */
  particles?: readonly string[]
}

const words = (text: string): string[] => ['', ...text.split(' ')]
const pairs = (text: string): Record<string, string> =>
  Object.fromEntries(text.split(' ').map((pair) => pair.split('=') as [string, string]))

const withoutAccents: MatchingLanguage['rewrites'] = [
  [/[áàâã]/g, 'a'],
  [/[éèê]/g, 'e'],
  [/[íìî]/g, 'i'],
  [/[óòôõ]/g, 'o'],
  [/[úùû]/g, 'u'],
]

/** Borrowed words take a bare s (kits, jobs), which the stemmers of these languages leave. */
const withoutForeignS = [/([bcdfghjklmpqtvxz])s$/, '$1'] as const

const languages: Record<string, MatchingLanguage> = {
  zh: { simplify: true },
  yue: { simplify: true },
  en: {
    stem: english,
    endings: words("s es y ies 's s'"),
    verbEndings: words('s es d e ed ied ies y ing'),
    irregular: pairs(
      'men=man women=woman children=child feet=foot teeth=tooth geese=goose mice=mouse lice=louse oxen=ox people=person ' +
        'knives=knife lives=life wives=wife wolves=wolf halves=half leaves=leaf shelves=shelf thieves=thief loaves=loaf ' +
        'analyses=analysis crises=crisis bases=basis theses=thesis hypotheses=hypothesis diagnoses=diagnosis axes=axis ' +
        'syntheses=synthesis parentheses=parenthesis metastases=metastasis prognoses=prognosis emphases=emphasis ' +
        'criteria=criterion phenomena=phenomenon indices=index matrices=matrix vertices=vertex appendices=appendix ' +
        'codices=codex vortices=vortex bacteria=bacterium curricula=curriculum memoranda=memorandum strata=stratum ' +
        'spectra=spectrum fungi=fungus nuclei=nucleus stimuli=stimulus radii=radius foci=focus alumni=alumnus larvae=larva ' +
        'vertebrae=vertebra formulae=formula antennae=antenna genera=genus corpora=corpus schemata=schema stigmata=stigma',
    ),
  },
  de: {
    stem: german,
    endings: words('e en em er es s n ern ens se sen ses nen'),
    rewrites: [
      [/ä/g, 'a'],
      [/ö/g, 'o'],
      [/ü/g, 'u'],
    ],
  },
  fr: {
    stem: french,
    endings: words('s x e es l ux il le les ne nes f fs ve ves se ses te tes'),
    rewrites: [...withoutAccents, [/([aiou])s$/, '$1']],
    irregular: pairs('yeux=oeil cieux=ciel'),
  },
  es: {
    stem: spanish,
    endings: words('s es a as o os'),
    rewrites: [...withoutAccents, [/ces$/, 'z'], withoutForeignS],
  },
  pt: {
    stem: portuguese,
    endings: words('s es a as o os'),
    rewrites: [...withoutAccents, [/(?:oes|aes)$/, 'ao'], [/ns$/, 'm'], [/([aou])is$/, '$1l'], withoutForeignS],
  },
  it: { stem: italian, endings: words('a e i o he hi ie io'), rewrites: withoutAccents },
  nl: { stem: dutch, endings: words("s 's e en n eren"), rewrites: [[/([bdfgklmnprst])\1en$/, '$1en']] },
  ru: {
    stem: russian,
    endings: words(
      'а я о е ы и у ю ь й ой ей ою ею ом ем ам ям ами ями ах ях ов ев ий ие ия ию ии ием иям иями иях ью ый ого его ому ' +
        'ему ым им ая яя ую юю ое ее ые ых их ыми ими',
    ),
    rewrites: [[/ё/g, 'е']],
  },
  ko: {
    particles: [
      '은',
      '는',
      '이',
      '가',
      '을',
      '를',
      '의',
      '에',
      '에서',
      '에게',
      '로',
      '으로',
      '와',
      '과',
      '도',
      '만',
      '부터',
      '까지',
      '이다',
      '들',
      '들은',
      '들이',
      '들을',
      '들의',
    ],
  },
}

const none: MatchingLanguage = {}

export function matchingLanguage(language: LanguageTag): MatchingLanguage {
  return languages[primaryLanguage(language)] ?? none
}
