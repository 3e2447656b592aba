/** Inline elements whose content is native code, not text (TMX 1.4b, section 3.2). What `hi` and `sub` hold is text. */
export const inlineCodes: ReadonlySet<string> = new Set(['bpt', 'ept', 'ph', 'it', 'ut'])
