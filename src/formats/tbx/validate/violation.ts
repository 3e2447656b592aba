/** Something in a TBX file that the standard, or sense, does not allow. Lines and columns count from 1. */
export interface Violation {
  line: number
  column: number
  rule: Rule
  message: string
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
