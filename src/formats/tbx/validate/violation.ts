/** Something in a TBX file that the standard, or sense, does not allow. Lines and columns count from 1. */
export interface Violation {
  line: number
  column: number
  rule: Rule
  message: string
  /** What to do about it. */
  remedy: string
}

/** Which kind of rule is broken. `sense` are those that no published schema checks. */
export type Rule =
  | 'well-formed'
  | 'structure'
  | 'attribute'
  | 'id'
  | 'category'
  | 'level'
  | 'picklist'
  | 'value'
  | 'sense'

export interface TbxVerdict {
  /** As the file says it: TBX-Basic … */
  dialect?: string
  style?: 'dca' | 'dct' | 'martif' | 'min-2013'
  /** Which rules were applied, in words. */
  checkedAs: string
  violations: Violation[]
  /** There were more than are kept. */
  more: number
  valid: boolean
  entries: number
  terms: number
}

/** What helps against violations of a kind, where nothing better is known of the single one. */
export const remedies: Record<Rule, string> = {
  'well-formed': 'Mend the XML at that place, or export the file again; what stands behind it was not checked.',
  structure: 'Move or remove the element: the standard fixes what stands where, and in which order.',
  attribute: 'Remove the attribute, add the one that is missing, or correct its value.',
  id: 'Give every element its own id, a letter first and no space in it, and let references name one that exists.',
  category: 'Use a data category of the dialect, or declare a private dialect (type="TBX-…") that has this one.',
  level: 'Move the data category to the level it belongs to.',
  picklist: 'Write one of the values of the picklist, letter by letter.',
  value: 'Correct the value.',
  sense: 'Complete or remove it: the schemas let it pass, but nobody can use it.',
}
