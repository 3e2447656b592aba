export interface BinaryKind {
  title: string
  remedy: string
}

const asOffice = 'Save it as .docx, .txt, .tsv, TMX or XLIFF and choose that file.'
const unpack = 'Unpack it and choose a file inside.'

/** How files that are no text begin. */
const signatures: (BinaryKind & { bytes: number[] })[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], title: 'a zip archive', remedy: unpack },
  { bytes: [0x50, 0x4b, 0x05, 0x06], title: 'an empty zip archive', remedy: unpack },
  { bytes: [0x1f, 0x8b], title: 'a gzip archive', remedy: unpack },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], title: 'a 7z archive', remedy: unpack },
  { bytes: [0x52, 0x61, 0x72, 0x21], title: 'a RAR archive', remedy: unpack },
  { bytes: [0x25, 0x50, 0x44, 0x46], title: 'a PDF document', remedy: asOffice },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], title: 'an old or password-protected Office document', remedy: asOffice },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], title: 'an RTF document', remedy: asOffice },
  { bytes: [0x89, 0x50, 0x4e, 0x47], title: 'a PNG image', remedy: asOffice },
  { bytes: [0xff, 0xd8, 0xff], title: 'a JPEG image', remedy: asOffice },
  { bytes: [0x47, 0x49, 0x46, 0x38], title: 'a GIF image', remedy: asOffice },
  { bytes: [0x7f, 0x45, 0x4c, 0x46], title: 'a program', remedy: asOffice },
  { bytes: [0x4d, 0x5a, 0x90, 0x00], title: 'a program', remedy: asOffice },
  { bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], title: 'an SQLite database', remedy: 'Export it as text.' },
  {
    bytes: [0x00, 0x01, 0x00, 0x00, 0x53, 0x74, 0x61, 0x6e],
    title: 'an Access database (such as .sdltb)',
    remedy: 'Export it from MultiTerm as MultiTerm XML.',
  },
]

/** What a file is that begins like no text, or null. */
export function binaryKind(bytes: Uint8Array): BinaryKind | null {
  return signatures.find((kind) => kind.bytes.every((byte, index) => bytes[index] === byte)) ?? null
}

/** True for a zip archive, which .docx and .xlsx are. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04
}
