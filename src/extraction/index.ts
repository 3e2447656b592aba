// The front door of extraction: the only file that others import.
export type * from './types.js'
export { extractTermPairs } from './extract-term-pairs.js'
