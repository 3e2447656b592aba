// The front door of the formats: bytes to neutral records and back. The only file that others import.
export { csvRow } from './csv/cells.js'
export { decodeText, type DecodedText, type DecodeOptions } from './text/decode-text.js'
export { readSourceFile } from './source/read-source-file.js'
export { readSourcePair, type SourcePair, type SourcePairOptions } from './source/read-source-pair.js'
export { pairByName, type PairedNames } from './source/pair-by-name.js'
export type { NamedBytes, SourceFile, SourceFileOptions, SourceSegment, SourceWarning } from './source/source-file.js'
export {
  isArchiveOfDocuments,
  readArchive,
  type ArchivedDocument,
  type ArchiveOfDocuments,
} from './zip/read-archive.js'
export { categories, findCategory, standardValue, type Category } from './model/categories.js'
export type * from './model/concept-entry.js'
export { plainText, textOfContent, valueOf } from './model/concept-entry.js'
export { lineOfEntry } from './model/entry-lines.js'
export { LossReport } from './model/glossary.js'
export type { Glossary, GlossaryHeader, GlossaryReading, Loss, ReadingWarning } from './model/glossary.js'
export { fromConceptEntry, plainFields, toConceptEntry } from './model/plain-concept.js'
export type { PlainConcept, PlainLanguage, PlainTerm } from './model/plain-concept.js'
export { glossaryFormats, findGlossaryFormat, writeGlossary } from './glossary-formats.js'
export type { GlossaryFormat, WriteOptions, WrittenGlossary } from './glossary-formats.js'
export type { FieldMapping } from './multiterm/fields.js'
export { previewMultiterm, type FieldPreview, type MultitermPreview } from './multiterm/preview-multiterm.js'
export type { FontFile } from './print/font.js'
export { browsingOrderings, type Ordering, type OrderingId } from './print/orderings.js'
export { glossarySources, readGlossary, type GlossarySource, type ReadGlossaryOptions } from './read-glossary.js'
export { columnNames, type TableMapping } from './table/mapping.js'
export { previewTable, type PreviewColumn, type PreviewTableOptions, type TablePreview } from './table/preview-table.js'
export { standardDate } from './tbx/conform/dates.js'
export { tbxId } from './tbx/id-registry.js'
export { validateTbx, type ValidateOptions } from './tbx/validate/validate-tbx.js'
export type { Rule, TbxVerdict, Violation } from './tbx/validate/violation.js'
