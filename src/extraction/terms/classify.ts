import { WordClass } from './word-classes.js'

/** A token as the tagger left it; `tag` is the tagger's own (Universal POS in English, ICTCLAS letters in Chinese), '' where there is none. */
export interface TaggedToken {
  text: string
  tag: string
}

function markClass(text: string): WordClass {
  if (/^[(（[［]$/u.test(text)) return WordClass.opening
  if (/^[)）\]］]$/u.test(text)) return WordClass.closing
  return clauseMark.test(text) ? WordClass.wall : WordClass.break
}

export type Classify = (token: TaggedToken, isStopWord: boolean) => WordClass

const clauseMark = /^[,，;；:：.。!！?？…—]+$/u

const connectors = new Set(
  'of for in on to with at by against from under as outside within between over after'.split(' '),
)

/** Universal POS → class; words that the tagger likes to mistake are told apart by their shape. */
const universal: Record<string, WordClass> = {
  NOUN: WordClass.noun,
  PROPN: WordClass.noun,
  X: WordClass.noun,
  ADJ: WordClass.adjective,
  VERB: WordClass.verb,
  ADV: WordClass.adverb,
  NUM: WordClass.number,
  ADP: WordClass.grammar,
  CCONJ: WordClass.grammar,
  DET: WordClass.grammar,
  PUNCT: WordClass.break,
  SYM: WordClass.break,
  SPACE: WordClass.break,
}

/** "written rules", "frozen assets"; whatever else ends in -en is a plain verb (strengthen, widen). */
const irregularParticiples = new Set(
  `beaten bitten broken chosen drawn driven eaten fallen forbidden forgotten frozen given hidden known laden mistaken molten overridden overtaken
  proven ridden risen shaken shaven spoken stolen sunken swollen taken undertaken unspoken unwritten withdrawn woven written`.split(
    /\s+/u,
  ),
)

const isParticiple = (lower: string): boolean => lower.endsWith('ed') || irregularParticiples.has(lower)

function classifyEnglish({ text, tag }: TaggedToken, isStopWord: boolean): WordClass {
  const lower = text.toLowerCase()
  if (!/[\p{L}\p{N}]/u.test(text))
    return lower === '&' ? WordClass.coordinator : /^['’]s?$/u.test(lower) ? WordClass.possessive : markClass(text)
  if (lower === '’s' || lower === "'s") return WordClass.possessive
  if (lower === 'the' || lower === 'a' || lower === 'an') return WordClass.article
  if (lower === 'and') return WordClass.coordinator
  if (connectors.has(lower)) return WordClass.connector
  if (/^[\p{N}.,%]+$/u.test(text)) return WordClass.number
  if (/^\p{Lu}[\p{L}\p{N}&-]*\p{Lu}/u.test(text)) return WordClass.noun
  const wordClass = universal[tag] ?? (tag === '' ? WordClass.noun : WordClass.grammar)
  if (isStopWord && !/^\p{Lu}/u.test(text)) return WordClass.grammar
  if (wordClass === WordClass.verb && isParticiple(lower)) return WordClass.adjective
  if (wordClass === WordClass.verb && lower.endsWith('ing')) return WordClass.participle
  if (wordClass === WordClass.verb && /^\p{Lu}/u.test(text)) return WordClass.noun
  if (wordClass === WordClass.grammar && !isStopWord) return seemingGrammar(text)
  return wordClass
}

/** What no list of grammar words knows and the tagger yet takes for one: Ye (a name), 55th, charge-off, see-through. */
const seemingGrammar = (text: string): WordClass =>
  /^\p{N}+(?:st|nd|rd|th)$/iu.test(text) || /\p{L}-\p{L}/u.test(text)
    ? WordClass.adjective
    : /^\p{Lu}\p{Ll}/u.test(text)
      ? WordClass.noun
      : WordClass.grammar

/** First letters of ICTCLAS tags that jieba uses → class. It takes 组织, 合作, 反恐 for verbs, so verbs carry as much as nouns. */
const ictclas: Record<string, WordClass> = {
  n: WordClass.noun,
  j: WordClass.noun,
  l: WordClass.noun,
  i: WordClass.noun,
  s: WordClass.noun,
  t: WordClass.noun,
  f: WordClass.adjective,
  d: WordClass.adverb,
  v: WordClass.verb,
  a: WordClass.adjective,
  b: WordClass.adjective,
  z: WordClass.adjective,
  g: WordClass.noun,
  h: WordClass.adjective,
  k: WordClass.noun,
  m: WordClass.number,
  q: WordClass.number,
  e: WordClass.noun,
  x: WordClass.noun,
}

const chineseCoordinators = new Set(['和', '与', '及', '以及', '或', '跟', '或者', '并'])

const chinesePrefixes = new Set('可 不 无 有 非 未 多 再 自 超 反 双 单 最 总 全'.split(' '))

/** Bound to the word before them, whatever a segmenter cuts. */
const chineseSuffixes = new Set(
  '性 化 者 率 式 型 剂 素 炎 症 物 器 度 级 类 员 费 权 制 量 值 区 仪 商 局 署 厅 院 罪 税 险 债 券 链 群 膜 阀 泵 池 舱 站'.split(
    ' ',
  ),
)

/** Pronouns to the tagger that open terms all the same: 自我隔离, 本地银行. */
const chinesePronounsInTerms = new Set(['自我', '本地', '本土'])

function classifyChinese({ text, tag }: TaggedToken, isStopWord: boolean): WordClass {
  if (chineseCoordinators.has(text)) return WordClass.coordinator
  if (!/[\p{L}\p{N}]/u.test(text)) return markClass(text)
  if (/^[\p{N}.,%]+$/u.test(text)) return WordClass.number
  if (/^[\p{Script=Latin}\p{N}-]+$/u.test(text)) return WordClass.noun
  if (chinesePrefixes.has(text)) return WordClass.prefix
  if (chineseSuffixes.has(text)) return WordClass.suffix
  if (isStopWord) return WordClass.grammar
  if (tag === 'vn' || tag === 'an') return WordClass.noun
  if (chinesePronounsInTerms.has(text)) return WordClass.adjective
  if (/^[fd]/u.test(tag) && [...text].length === 1) return WordClass.grammar
  if (tag === 'vshi' || tag === 'vyou' || /^(?:uj|ul|uz|ug|ud|u|p|c|r|y|o)/u.test(tag)) return WordClass.grammar
  return ictclas[tag[0] ?? ''] ?? WordClass.noun
}

function classifyPlain({ text }: TaggedToken, isStopWord: boolean): WordClass {
  if (!/[\p{L}\p{N}]/u.test(text)) return markClass(text)
  if (/^[\p{N}.,%]+$/u.test(text)) return WordClass.number
  return isStopWord ? WordClass.connector : WordClass.noun
}

const byLanguage: Record<string, Classify> = { en: classifyEnglish, zh: classifyChinese }

export const classifierOf = (language: string): Classify =>
  byLanguage[language.split('-')[0]!.toLowerCase()] ?? classifyPlain

/** Whether a tagger tells the classes of a language's words. */
export const hasTagger = (language: string): boolean => Object.hasOwn(byLanguage, language.split('-')[0]!.toLowerCase())

/** Whether a language's tagger tells nouns from verbs well enough to look for noun phrases. */
export const hasNounPhrases = (language: string): boolean => language.split('-')[0]!.toLowerCase() === 'en'
