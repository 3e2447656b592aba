// The front door of the formats: bytes to neutral records and back. The only file that others import.
export { decodeText, type DecodedText, type DecodeOptions } from './text/decode-text.js'
export { readSourceFile } from './source/read-source-file.js'
export type { SourceFile, SourceFileOptions, SourceSegment } from './source/source-file.js'
