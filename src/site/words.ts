import { primaryLanguage } from '../shared/language-tag.js'

/** What the site says, in the languages it speaks. `{…}` is filled in. */
const en = {
  ownName: 'English',
  glossaries: 'Glossaries',
  glossariesLead: 'Glossaries that anybody may read.',
  noGlossaries: 'No glossary is public yet.',
  noGlossariesHint: 'Whoever looks after a termbase makes it public in its settings, and publishes a release.',
  skip: 'Skip to the content',
  search: 'Search',
  searchIn: 'Search {name}',
  searchHint: 'A term, its beginning, pinyin initials (shhzzz)',
  results: '{count} concepts for “{text}”',
  oneResult: '1 concept for “{text}”',
  noResults: 'Nothing found for “{text}”',
  noResultsHint: 'Try a shorter form, another spelling, or browse the headwords.',
  manyResults: 'These are the first {count}; a longer text narrows them down.',
  typeSomething: 'Type what you look for.',
  release: 'Release {number}',
  published: 'published on {date}',
  pinned: 'You are reading release {number}, which stays as it is.',
  toLatest: 'Read the latest release',
  permalink: 'Address of this release',
  facts: '{concepts} concepts, {terms} terms, {languages} languages',
  browse: 'Browse',
  by: 'By {order}',
  pinyin: 'pinyin',
  strokes: 'number of strokes',
  radicals: 'radical',
  rows: 'row',
  letters: 'letter',
  subjects: 'subject field',
  headwords: '{count} headwords',
  oneHeadword: '1 headword',
  pages: 'Pages',
  pageOf: 'Page {page} of {pages}',
  previous: 'Previous page',
  next: 'Next page',
  preparing: 'The headwords of this release are being sorted',
  preparingHint: 'This happens once after a release. The page loads again by itself; searching works already.',
  concept: 'Concept {number}',
  definition: 'Definition',
  source: 'Source',
  note: 'Note',
  context: 'In context',
  subject: 'Subject field',
  seeAlso: 'See also',
  links: 'Elsewhere',
  picture: 'Picture',
  partOfSpeech: 'Part of speech',
  termType: 'Kind',
  gender: 'Gender',
  region: 'Used in',
  customer: 'Customer',
  project: 'Project',
  preferred: 'preferred',
  admitted: 'admitted',
  deprecated: 'do not use',
  superseded: 'superseded',
  use: 'use {term}',
  download: 'Download the glossary',
  print: 'Print',
  otherReleases: 'This concept in other releases',
  edit: 'Open in the termbase',
  home: 'Start of the glossary',
  lostTitle: 'This page does not exist',
  lostConcept: 'Release {release} has no concept {number}',
  lostConceptIn: 'It stands in these releases:',
  lostConceptNowhere: 'No release of this glossary has it.',
  lostRelease: 'There is no release {number}',
  lostHint: 'Look for the term instead, or go to the start of the glossary.',
  unpublished: 'Nothing has been published yet',
  unpublishedHint: 'As soon as a release is published, it can be read here.',
  closedTitle: 'This glossary is not public',
  closedHint: 'Members read it after signing in. If somebody gave you this address, ask them for access.',
  signIn: 'Sign in',
  brokenTitle: 'Something went wrong inside the server',
  brokenHint: 'Try again in a moment.',
  madeWith: 'Published with Termloom',
  noun: 'noun',
  verb: 'verb',
  adjective: 'adjective',
  adverb: 'adverb',
  properNoun: 'proper noun',
  other: 'other',
  fullForm: 'full form',
  acronym: 'acronym',
  abbreviation: 'abbreviation',
  shortForm: 'short form',
  variant: 'variant',
  phrase: 'phrase',
  masculine: 'masculine',
  feminine: 'feminine',
  neuter: 'neuter',
}

export type Word = keyof typeof en

const zh: Record<Word, string> = {
  ownName: '中文',
  glossaries: '术语表',
  glossariesLead: '任何人都可以查阅的术语表。',
  noGlossaries: '还没有公开的术语表。',
  noGlossariesHint: '术语库的管理者可以在设置中将其公开，并发布一个版本。',
  skip: '跳到正文',
  search: '搜索',
  searchIn: '搜索{name}',
  searchHint: '术语、开头几个字或拼音首字母（shhzzz）',
  results: '“{text}”：{count} 个概念',
  oneResult: '“{text}”：1 个概念',
  noResults: '没有找到“{text}”',
  noResultsHint: '试试更短的形式或其他写法，或者浏览词目。',
  manyResults: '仅显示前 {count} 个；输入更长的文字可缩小范围。',
  typeSomething: '请输入要查找的内容。',
  release: '版本 {number}',
  published: '发布于 {date}',
  pinned: '您正在阅读版本 {number}，其内容不会再变。',
  toLatest: '阅读最新版本',
  permalink: '此版本的固定地址',
  facts: '{concepts} 个概念，{terms} 条术语，{languages} 种语言',
  browse: '浏览',
  by: '按{order}',
  pinyin: '拼音',
  strokes: '笔画',
  radicals: '部首',
  rows: '行',
  letters: '字母',
  subjects: '学科领域',
  headwords: '{count} 个词目',
  oneHeadword: '1 个词目',
  pages: '分页',
  pageOf: '第 {page} 页，共 {pages} 页',
  previous: '上一页',
  next: '下一页',
  preparing: '正在为此版本的词目排序',
  preparingHint: '每个版本发布后只需一次。页面会自动重新加载；搜索已可使用。',
  concept: '概念 {number}',
  definition: '定义',
  source: '来源',
  note: '注释',
  context: '语境',
  subject: '学科领域',
  seeAlso: '参见',
  links: '外部链接',
  picture: '图片',
  partOfSpeech: '词性',
  termType: '类型',
  gender: '语法性',
  region: '使用地区',
  customer: '客户',
  project: '项目',
  preferred: '首选',
  admitted: '许用',
  deprecated: '禁用',
  superseded: '已被取代',
  use: '请用{term}',
  download: '下载术语表',
  print: '打印',
  otherReleases: '此概念在其他版本中',
  edit: '在术语库中打开',
  home: '术语表首页',
  lostTitle: '此页面不存在',
  lostConcept: '版本 {release} 中没有概念 {number}',
  lostConceptIn: '它出现在以下版本中：',
  lostConceptNowhere: '此术语表的任何版本中都没有它。',
  lostRelease: '没有版本 {number}',
  lostHint: '可以直接搜索术语，或回到术语表首页。',
  unpublished: '还没有发布任何内容',
  unpublishedHint: '发布版本后即可在此查阅。',
  closedTitle: '此术语表未公开',
  closedHint: '成员登录后可以查阅。如果是别人给您的地址，请向其申请权限。',
  signIn: '登录',
  brokenTitle: '服务器内部出错',
  brokenHint: '请稍后再试。',
  madeWith: '由 Termloom 发布',
  noun: '名词',
  verb: '动词',
  adjective: '形容词',
  adverb: '副词',
  properNoun: '专有名词',
  other: '其他',
  fullForm: '全称',
  acronym: '首字母缩略词',
  abbreviation: '缩写',
  shortForm: '简称',
  variant: '变体',
  phrase: '短语',
  masculine: '阳性',
  feminine: '阴性',
  neuter: '中性',
}

export const vocabularies = { en, zh }
export type SiteLanguage = keyof typeof vocabularies

/** How the site speaks to one visitor: its words, dates, numbers and names of languages. */
export interface Speech {
  language: SiteLanguage
  /** For the attribute `lang`. */
  tag: string
  say(word: Word, gaps?: Record<string, string | number>): string
  number(value: number): string
  date(value: Date): string
  nameOf(language: string): string
}

const tags: Record<SiteLanguage, string> = { en: 'en', zh: 'zh-Hans' }

export function speech(language: SiteLanguage): Speech {
  const tag = tags[language]
  const names = new Intl.DisplayNames(tag, { type: 'language' })
  return {
    language,
    tag,
    say: (word, gaps = {}) =>
      vocabularies[language][word].replaceAll(/\{(\w+)\}/g, (gap, name: string) => String(gaps[name] ?? gap)),
    number: (value) => value.toLocaleString(tag),
    date: (value) => value.toLocaleDateString(tag, { dateStyle: 'long', timeZone: 'UTC' }),
    nameOf: (other) => names.of(other) ?? other,
  }
}

/** A value of a picklist as it is called; what is in no list stays as it is. */
export function sayValue({ say }: Speech, value: string): string {
  return Object.hasOwn(en, value) ? say(value as Word) : value
}

/** The language asked for, else the first of the browser's that the site speaks, else English. */
export function chosenLanguage(asked: string | undefined, acceptLanguage: string | undefined): SiteLanguage {
  const wishes = [asked ?? '', ...byQuality(acceptLanguage ?? '')].map(primaryLanguage)
  return wishes.find((wish): wish is SiteLanguage => Object.hasOwn(vocabularies, wish)) ?? 'en'
}

/** `en;q=0.5, zh-CN` → zh-CN, en. */
function byQuality(header: string): string[] {
  const wishes = header.split(',').map((part) => {
    const [tag, quality] = part.trim().split(/;\s*q=/)
    return { tag: tag!, quality: quality === undefined ? 1 : Number(quality) || 0 }
  })
  return wishes.toSorted((a, b) => b.quality - a.quality).map(({ tag }) => tag)
}
