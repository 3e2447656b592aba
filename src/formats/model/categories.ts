import type { Level } from './concept-entry.js'
import { valuesOfOtherLanguages } from './picklist-values.js'

/** A data category of TBX: where it may stand and what it may say. Picklists are data, because editions differ. */
export interface Category {
  name: string
  /** What other editions call it. */
  otherNames?: string[]
  /** Its element in DCA style. */
  element: 'descrip' | 'admin' | 'termNote' | 'ref' | 'xref' | 'transac' | 'transacNote' | 'adminNote'
  /** The module that brings it; in DCT style its namespace. */
  module: 'min' | 'basic' | 'linguist'
  levels: Level[]
  values?: string[]
  /** Values met in files -> the standard one, all in lower case without spaces. */
  synonyms?: Record<string, string>
  /** An address: only http and https. */
  external?: boolean
  /** May stand inside a group. */
  grouped: boolean
}

const everywhere: Level[] = ['concept', 'language', 'term']
const conceptAndTerm: Level[] = ['concept', 'term']
const onTerm = { element: 'termNote', levels: ['term'], grouped: true } as const

/** The categories of TBX-Linguist 1.2.1, of which Basic and Min are parts (their `.tbxmd` definitions and schemas). */
export const categories: Category[] = [
  {
    ...onTerm,
    name: 'partOfSpeech',
    module: 'min',
    levels: ['term'],
    values: ['noun', 'verb', 'adjective', 'adverb', 'other'],
    synonyms: {
      n: 'noun',
      nom: 'noun',
      substantive: 'noun',
      propernoun: 'noun',
      v: 'verb',
      adj: 'adjective',
      adv: 'adverb',
      ...valuesOfOtherLanguages.partOfSpeech,
    },
  },
  {
    ...onTerm,
    name: 'administrativeStatus',
    otherNames: ['usageStatus'],
    module: 'min',
    levels: ['term'],
    values: ['preferredTerm-admn-sts', 'admittedTerm-admn-sts', 'deprecatedTerm-admn-sts', 'supersededTerm-admn-sts'],
    synonyms: {
      preferred: 'preferredTerm-admn-sts',
      preferredterm: 'preferredTerm-admn-sts',
      approved: 'preferredTerm-admn-sts',
      'standardizedterm-admn-sts': 'preferredTerm-admn-sts',
      'legalterm-admn-sts': 'admittedTerm-admn-sts',
      'regulatedterm-admn-sts': 'admittedTerm-admn-sts',
      admitted: 'admittedTerm-admn-sts',
      admittedterm: 'admittedTerm-admn-sts',
      allowed: 'admittedTerm-admn-sts',
      deprecated: 'deprecatedTerm-admn-sts',
      deprecatedterm: 'deprecatedTerm-admn-sts',
      notrecommended: 'deprecatedTerm-admn-sts',
      forbidden: 'deprecatedTerm-admn-sts',
      superseded: 'supersededTerm-admn-sts',
      supersededterm: 'supersededTerm-admn-sts',
      obsolete: 'supersededTerm-admn-sts',
      ...valuesOfOtherLanguages.administrativeStatus,
    },
  },
  { name: 'subjectField', element: 'descrip', module: 'min', levels: ['concept'], grouped: true },
  { name: 'customerSubset', element: 'admin', module: 'min', levels: conceptAndTerm, grouped: true },
  {
    name: 'externalCrossReference',
    element: 'xref',
    module: 'min',
    levels: everywhere,
    external: true,
    grouped: false,
  },
  {
    ...onTerm,
    name: 'termType',
    module: 'basic',
    levels: ['term'],
    values: ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase'],
    synonyms: {
      phraseologicalunit: 'phrase',
      initialism: 'acronym',
      abbreviatedform: 'abbreviation',
      ...valuesOfOtherLanguages.termType,
    },
  },
  {
    ...onTerm,
    name: 'grammaticalGender',
    module: 'basic',
    levels: ['term'],
    values: ['masculine', 'feminine', 'neuter', 'other'],
    synonyms: {
      m: 'masculine',
      masc: 'masculine',
      f: 'feminine',
      fem: 'feminine',
      neutral: 'neuter',
      othergender: 'other',
      ...valuesOfOtherLanguages.grammaticalGender,
    },
  },
  { ...onTerm, name: 'geographicalUsage', module: 'basic', levels: ['term'] },
  {
    ...onTerm,
    name: 'termLocation',
    module: 'basic',
    levels: ['term'],
    values: [
      'checkBox',
      'comboBox',
      'comboBoxElement',
      'dialogBox',
      'groupBox',
      'informativeMessage',
      'interactiveMessage',
      'menuItem',
      'progressBar',
      'pushButton',
      'radioButton',
      'slider',
      'spinBox',
      'tab',
      'tableText',
      'textBox',
      'toolTip',
      'user-definedType',
    ],
  },
  { name: 'definition', element: 'descrip', module: 'basic', levels: ['concept', 'language'], grouped: true },
  { name: 'context', element: 'descrip', module: 'basic', levels: ['term'], grouped: true },
  { name: 'source', element: 'admin', module: 'basic', levels: everywhere, grouped: true },
  { name: 'projectSubset', element: 'admin', module: 'basic', levels: conceptAndTerm, grouped: true },
  { name: 'crossReference', element: 'ref', module: 'basic', levels: conceptAndTerm, grouped: true },
  {
    name: 'xGraphic',
    element: 'xref',
    module: 'basic',
    levels: ['concept', 'language'],
    external: true,
    grouped: false,
  },
  {
    name: 'transactionType',
    element: 'transac',
    module: 'basic',
    levels: everywhere,
    values: ['origination', 'modification'],
    synonyms: { creation: 'origination', change: 'modification' },
    grouped: true,
  },
  { name: 'responsibility', element: 'transacNote', module: 'basic', levels: everywhere, grouped: true },
  {
    ...onTerm,
    name: 'grammaticalNumber',
    module: 'linguist',
    levels: ['term'],
    values: ['singular', 'plural', 'dual', 'mass', 'otherNumber'],
  },
  {
    ...onTerm,
    name: 'register',
    module: 'linguist',
    levels: ['term'],
    values: [
      'colloquialRegister',
      'neutralRegister',
      'technicalRegister',
      'in-houseRegister',
      'bench-levelRegister',
      'slangRegister',
      'vulgarRegister',
    ],
  },
  { ...onTerm, name: 'transferComment', module: 'linguist', levels: ['term'] },
  { name: 'reading', element: 'admin', module: 'linguist', levels: ['term'], grouped: true },
  { name: 'readingNote', element: 'adminNote', module: 'linguist', levels: ['term'], grouped: true },
]

const byName = new Map(
  categories.flatMap((category) =>
    [category.name, ...(category.otherNames ?? [])].map((name) => [name, category] as const),
  ),
)

export function findCategory(name: string | undefined): Category | undefined {
  return name === undefined ? undefined : byName.get(name)
}

/** The value of the picklist that a value as written means, or null. A category without picklist takes any value. */
export function standardValue(category: Pick<Category, 'values' | 'synonyms'>, written: string): string | null {
  const { values, synonyms } = category
  if (!values || values.includes(written)) return written
  const key = written.toLowerCase().replaceAll(/[\s_]/g, '')
  return values.find((value) => value.toLowerCase() === key) ?? synonyms?.[key] ?? null
}
