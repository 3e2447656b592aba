import { categories, type Category } from '../model/categories.js'

/** What an element of a data category may hold, and what a group may hold after its head. */
export interface Dialect {
  /** As the root element says it. */
  name: string
  style: 'dca' | 'dct' | 'martif'
  categories: Map<string, Category>
  /** Group -> elements that may follow its head. A group that is not here may not stand. */
  groups: Record<string, string[]>
  /** Categories of `admin` that may stand in a group; all, when left out. */
  adminsInGroups?: string[]
  /** Elements allowed inside notes, definitions and the like; inside a term only `hi`. */
  inline: string[]
  /** Values of `hi/@type`; when empty, `hi` has no type. */
  highlights: string[]
  /** Markup and attributes only in notes, because the modules' schemas allow nothing but text elsewhere. */
  textOnly: boolean
  /** Days only, no time of day. */
  datesOnly: boolean
  /** Every category, known or not, stands where it is. */
  open: boolean
}

const modules = {
  'TBX-Core': [],
  'TBX-Min': ['min'],
  'TBX-Basic': ['min', 'basic'],
  'TBX-Linguist': ['min', 'basic', 'linguist'],
} satisfies Record<string, Category['module'][]>

const highlights = ['entailedTerm', 'hotkey', 'italics', 'bold', 'superscript', 'subscript', 'math']

/** TBXcoreStructV03.rng, less what the Schematron of every published dialect forbids inside groups: groups. */
const groupsOfDca = {
  descripGrp: ['admin', 'descripNote', 'note', 'ref', 'xref'],
  adminGrp: ['adminNote', 'note', 'ref', 'xref'],
  termNoteGrp: ['admin', 'note', 'ref', 'xref'],
  transacGrp: ['transacNote', 'date', 'note', 'ref', 'xref'],
}

function dca(name: keyof typeof modules): Dialect {
  return {
    name,
    style: 'dca',
    categories: categoriesOf(modules[name]),
    groups: groupsOfDca,
    inline: ['hi', 'foreign', 'sc', 'ec', 'ph'],
    highlights,
    textOnly: false,
    datesOnly: false,
    open: false,
  }
}

function categoriesOf(wanted: Category['module'][]): Map<string, Category> {
  const chosen = categories.filter(({ module }) => wanted.includes(module))
  return new Map(chosen.map((category) => [category.name, category]))
}

/** The schemas of DCT refuse `type` on elements of the core inside the body, and groups around term notes and sources. */
function dct(name: keyof typeof modules): Dialect {
  const { descripGrp, transacGrp } = groupsOfDca
  return {
    ...dca(name),
    style: 'dct',
    groups: { descripGrp, transacGrp },
    adminsInGroups: ['source'],
    inline: ['hi', 'foreign', 'ph'],
    highlights: [],
    textOnly: true,
  }
}

/** TBX-Basic of ISO 30042:2008: fewer levels, one more part of speech (TBXBasicRNGV02.rng and its embedded rules). */
function martif(): Dialect {
  const changes: Record<string, Partial<Category>> = {
    partOfSpeech: {
      values: ['noun', 'verb', 'adjective', 'adverb', 'properNoun', 'other'],
      synonyms: { n: 'noun', nom: 'noun', substantive: 'noun', v: 'verb', adj: 'adjective', adv: 'adverb' },
    },
    customerSubset: { levels: ['term'] },
    projectSubset: { levels: ['term'] },
    externalCrossReference: { levels: ['concept', 'term'] },
    xGraphic: { levels: ['concept'] },
  }
  const basic = [...categoriesOf(modules['TBX-Basic']).values()]
  return {
    name: 'TBX-Basic',
    style: 'martif',
    categories: new Map(basic.map((category) => [category.name, { ...category, ...changes[category.name] }])),
    groups: { descripGrp: ['admin'], transacGrp: ['transacNote', 'date'] },
    adminsInGroups: ['source'],
    inline: ['hi', 'foreign', 'bpt', 'ept', 'ph'],
    highlights,
    textOnly: false,
    datesOnly: true,
    open: false,
  }
}

export const dialects = {
  core: dca('TBX-Core'),
  min: dca('TBX-Min'),
  basicDca: dca('TBX-Basic'),
  basicDct: dct('TBX-Basic'),
  linguistDca: dca('TBX-Linguist'),
  coreDct: dct('TBX-Core'),
  minDct: dct('TBX-Min'),
  linguistDct: dct('TBX-Linguist'),
  martif: martif(),
  /** Everything as it is; the name says that no published dialect is meant. */
  private: { ...dca('TBX-Linguist'), name: 'TBX-private', open: true },
} satisfies Record<string, Dialect>
