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
  /** Endings of declension in sets, the empty ending included: the forms of a word take theirs from one set. */
  endings?: readonly (readonly string[])[]
  /** Endings that only verbs take: a noun that meets one is a doubtful match. */
  verbEndings?: readonly (readonly string[])[]
  /** Endings that tell one gender from the other: for an adjective no more than that, for a noun perhaps another word. */
  genderEndings?: readonly (readonly string[])[]
  /** Form -> base form, for what no rule brings together. */
  irregular?: Readonly<Record<string, string>>
  /** The same for verbs. */
  irregularVerbs?: Readonly<Record<string, string>>
  /** Words that look like a form of another and are none: news, economics. */
  invariant?: ReadonlySet<string>
  /** Words whose meaning is in their plural: goods are not what is good. As a term they have that form alone. */
  pluralOnly?: ReadonlySet<string>
  /** A consonant is doubled before an ending: stop, stopped. */
  doubles?: boolean
  /** Nouns are written with a capital letter, other words without. */
  capitalNouns?: boolean
  /** One spelling for those of several countries; tried in this order. */
  spellings?: readonly Rewrite[]
  /** Rewritten before stemming and comparing: umlauts that come and go, accents that move. */
  rewrites?: readonly Rewrite[]
  /** Rewritten in stems alone, where forms still part; the endings then decide. */
  stemRewrites?: readonly Rewrite[]
  /** A vowel that comes and goes inside the stem: the word without it, to be compared as well. */
  fleeting?: Rewrite
  /** Written onto a word without a space (Korean particles). */
  particles?: readonly string[]
}

export type Rewrite = readonly [RegExp, string]

const words = (text: string): string[] => text.split(' ')
/** With the empty ending among them. */
const bare = (text: string): string[] => ['', ...words(text)]
const formsOf = (base: string, forms: string): [string, string][] => words(forms).map((form) => [form, base])
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
    endings: [bare("s es y ies 's s'")],
    verbEndings: [bare('s es d e ed ied ies y ing')],
    doubles: true,
    // British spellings become American ones; what becomes a word that is none (advize) does so on both sides.
    spellings: [
      [/(\w{3})is(e[drs]?|ers|ing|ations?|ational|able)$/, '$1iz$2'],
      [/ys(e[drs]?|ers|ing)$/, 'yz$1'],
      [
        /^(\w*(?:col|lab|behavi|savi|fav|harb|neighb|hon|rum|hum|vap|vig|deav|sav|tum|cand|parl|flav|arm|rig|od|splend|val|clam|glam|ferv|succ))our/,
        '$1or',
      ],
      [/^(\w*(?:cent|theat|met|lit|fib|calib|spect|sab|lust|meag))re(s?)$/, '$1er$2'],
      [/^(def|off|pret|lic)ence(s?)$/, '$1ense$2'],
      [/^(\w*(?:catal|dial|anal|monol|epil|prol))ogue(s?)$/, '$1og$2'],
      [/^(\w*gram)me(s?)$/, '$1$2'],
      [/([aeiou])ll(ed|ing|ers?)$/, '$1l$2'],
      [/^(an|leuk|isch|ur|hyper|hypo|glyc)aem/, '$1em'],
      [/^(h)aem/, '$1em'],
      [/^(p|orthop|gyn|arch|encyclop)ae/, '$1e'],
      [/^(f|diarrh|man|am)oe/, '$1e'],
      [/^oe(d|s|n)/, 'e$1'],
      [/^alumini?um$/, 'aluminum'],
      [/^(gr)ey/, '$1ay'],
      [/^sulph/, 'sulf'],
      [/^mould/, 'mold'],
      [/^(tyre)(s?)$/, 'tire$2'],
    ],
    invariant: new Set(
      words(
        'news series species economics politics physics ethics logistics mathematics linguistics electronics genetics ' +
          'mechanics optics robotics dynamics thermodynamics aerodynamics hydrodynamics acoustics ceramics analytics ' +
          'aeronautics avionics ballistics athletics gymnastics hydraulics informatics bioinformatics obstetrics ' +
          'pediatrics paediatrics geriatrics orthopedics orthopaedics phonetics semantics pragmatics kinetics ' +
          'macroeconomics microeconomics geopolitics biophysics astrophysics ergonomics genomics proteomics numismatics',
      ),
    ),
    pluralOnly: new Set(words('goods arms customs means thanks savings earnings outskirts glasses premises proceeds')),
    irregularVerbs: pairs(
      'wrote=write written=write took=take taken=take gave=give given=give went=go gone=go came=come knew=know known=know ' +
        'began=begin begun=begin broke=break broken=break chose=choose chosen=choose drew=draw drawn=draw drove=drive ' +
        'driven=drive ate=eat eaten=eat flew=fly flown=fly forgot=forget forgotten=forget froze=freeze frozen=freeze ' +
        'grew=grow grown=grow held=hold kept=keep paid=pay ran=run rang=ring sang=sing sung=sing sank=sink sunk=sink ' +
        'sold=sell sent=send sought=seek shook=shake shaken=shake shown=show stood=stand struck=strike stricken=strike ' +
        'swam=swim swum=swim taught=teach tore=tear torn=tear told=tell threw=throw thrown=throw understood=understand ' +
        'wore=wear worn=wear withdrew=withdraw withdrawn=withdraw bought=buy brought=bring built=build caught=catch ' +
        'fought=fight led=lead lent=lend lost=lose made=make met=meet said=say sat=sit slept=sleep spent=spend spun=spin ' +
        'undertook=undertake undertaken=undertake undergone=undergo underwent=undergo overcame=overcome became=become',
    ),
    irregular: pairs(
      'men=man women=woman children=child feet=foot teeth=tooth geese=goose mice=mouse lice=louse oxen=ox people=person ' +
        'knives=knife lives=life wives=wife wolves=wolf halves=half leaves=leaf shelves=shelf thieves=thief loaves=loaf ' +
        'analyses=analysis crises=crisis bases=basis theses=thesis hypotheses=hypothesis diagnoses=diagnosis axes=axis ' +
        'syntheses=synthesis parentheses=parenthesis metastases=metastasis prognoses=prognosis emphases=emphasis ' +
        'criteria=criterion phenomena=phenomenon indices=index matrices=matrix vertices=vertex appendices=appendix ' +
        'codices=codex vortices=vortex bacteria=bacterium curricula=curriculum memoranda=memorandum strata=stratum ' +
        'spectra=spectrum fungi=fungus nuclei=nucleus stimuli=stimulus radii=radius foci=focus alumni=alumnus larvae=larva ' +
        'vertebrae=vertebra formulae=formula antennae=antenna genera=genus corpora=corpus schemata=schema stigmata=stigma ' +
        'data=datum media=medium buses=bus busses=bus gases=gas gasses=gas quizzes=quiz dwarves=dwarf hooves=hoof ' +
        'scarves=scarf calves=calf ova=ovum errata=erratum addenda=addendum symposia=symposium aquaria=aquarium ' +
        'automata=automaton cacti=cactus loci=locus syllabi=syllabus termini=terminus oases=oasis',
    ),
  },
  de: {
    stem: german,
    endings: [
      bare('e en em er es s n ern ens se sen ses nen'),
      // Museum, Museen; Virus, Viren; Firma, Firmen; Risiko, Risiken; Lexikon, Lexika
      words('um ums en a'),
      words('us en i'),
      words('a as en'),
      words('o os en i'),
      words('on ons en a'),
    ],
    capitalNouns: true,
    irregular: pairs(
      'indizes=index indices=index matrizes=matrix appendizes=appendix atlanten=atlas busse=bus bussen=bus busses=bus',
    ),
    rewrites: [
      [/innen$/, 'in'],
      [/eln$/, 'el'],
      [/(\p{L}{2}(?:[^gl]a|[^l]o|y))s$/u, '$1'],
      [/ä/g, 'a'],
      [/ö/g, 'o'],
      [/ü/g, 'u'],
    ],
    stemRewrites: [[/(\p{L}{3})(?:um|us|on|a|o)$/u, '$1']],
  },
  fr: {
    stem: french,
    endings: [
      bare('s x e es l ux il le les ne nes f fs ve ves se ses te tes'),
      bare('ue ues s que ques'),
      words('c cs que ques'),
    ],
    rewrites: [...withoutAccents, [/trices?$/, 'teur'], [/([aiou])s$/, '$1']],
    stemRewrites: [
      [/v$/, 'f'],
      [/c?qu$/, 'c'],
      [/gu$/, 'g'],
    ],
    irregular: Object.fromEntries([
      ...formsOf('travail', 'travaux'),
      ...formsOf('bail', 'baux'),
      ...formsOf('vitrail', 'vitraux'),
      ...formsOf('corail', 'coraux'),
      ...formsOf('soupirail', 'soupiraux'),
      ...formsOf('oeil', 'yeux'),
      ...formsOf('ciel', 'cieux'),
      ...formsOf('jeu', 'jeux'),
      ...formsOf('enjeu', 'enjeux'),
      ...formsOf('feu', 'feux'),
      ...formsOf('lieu', 'lieux'),
      ...formsOf('milieu', 'milieux'),
      ...formsOf('neveu', 'neveux'),
      ...formsOf('cheveu', 'cheveux'),
      ...formsOf('voeu', 'voeux'),
      ...formsOf('aveu', 'aveux'),
      ...formsOf('beau', 'beaux bel belle belles'),
      ...formsOf('nouveau', 'nouveaux nouvel nouvelle nouvelles'),
      ...formsOf('vieux', 'vieil vieille vieilles'),
      ...formsOf('doux', 'douce douces'),
      ...formsOf('faux', 'fausse fausses'),
      ...formsOf('sec', 'secs sèche sèches'),
      ...formsOf('frais', 'fraîche fraîches'),
      ...formsOf('blanc', 'blancs blanche blanches'),
      ...formsOf('franc', 'francs franche franches'),
    ]),
  },
  es: {
    stem: spanish,
    endings: [bare('s es'), words('a as'), words('o os')],
    genderEndings: [bare('es a as o os')],
    rewrites: [...withoutAccents, [/iones$/, 'ion'], [/ces$/, 'z'], [/^(\p{L}{2}[aeo])s$/u, '$1'], withoutForeignS],
  },
  pt: {
    stem: portuguese,
    endings: [bare('s es'), words('a as'), words('o os')],
    genderEndings: [bare('es a as o os')],
    rewrites: [...withoutAccents, [/(?:oes|aes)$/, 'ao'], [/ns$/, 'm'], [/([aou])is$/, '$1l'], withoutForeignS],
  },
  it: {
    stem: italian,
    endings: [words('o i'), words('a e'), words('e i'), words('a i'), words('o hi'), words('a he'), words('io i')],
    genderEndings: [bare('a e i o he hi ie io')],
    rewrites: withoutAccents,
  },
  nl: { stem: dutch, endings: [bare("s 's e en n eren")], rewrites: [[/([bdfgklmnprst])\1en$/, '$1en']] },
  ru: {
    stem: russian,
    endings: [
      bare(
        'а я о е ы и у ю ь й ой ей ою ею ом ем ам ям ами ями ах ях ов ев ий ие ия ию ии ием иям иями иях ью ' +
          'ый ого его ому ему ым им ая яя ую юю ое ее ые ых их ыми ими ев еев',
      ),
    ],
    rewrites: [[/ё/g, 'е']],
    // рынок, рынка; оценка, оценок; земля, земель
    stemRewrites: [
      [/(\p{L})[ео](\p{L})$/u, '$1$2'],
      [/й$/, ''],
    ],
    fleeting: [/(\p{L})[ео]([бвгджзклмнпрстфхцчшщ]ь?)$/u, '$1$2'],
    irregular: Object.fromEntries([
      ...formsOf('день', 'дня дню днем днём дне дни дней дням днями днях'),
      ...formsOf('человек', 'люди людей людям людьми людях'),
      ...formsOf('ребенок', 'дети детей детям детьми детях'),
      ...formsOf('время', 'времени временем времена времен времён временам временами временах'),
      ...formsOf('имя', 'имени именем имена имен имён именам именами именах'),
      ...formsOf('мать', 'матери матерью матерей матерям матерями матерях'),
      ...formsOf('дочь', 'дочери дочерью дочерей дочерям дочерьми дочерях'),
      ...formsOf('письмо', 'писем'),
      ...formsOf('судно', 'судна судну судном судне суда судов судам судами судах'),
    ]),
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
