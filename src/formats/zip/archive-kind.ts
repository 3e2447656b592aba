/** What a zip archive is, by an entry that gives it away. */
interface ArchiveKind {
  id: 'docx' | 'xlsx' | 'other' | 'documents'
  entry: RegExp
  title: string
  remedy: string
}

const kinds: ArchiveKind[] = [
  { id: 'docx', entry: /^word\/document\.xml$/, title: 'a Word document', remedy: 'Choose it as a document.' },
  { id: 'xlsx', entry: /^xl\/workbook\.xml$/, title: 'a spreadsheet', remedy: 'Choose it as a spreadsheet.' },
  {
    id: 'other',
    entry: /^xl\/workbook\./,
    title: 'a binary spreadsheet',
    remedy: 'Save it as .xlsx or as tab-separated text (.tsv).',
  },
  {
    id: 'other',
    entry: /^ppt\/presentation\./,
    title: 'a presentation',
    remedy: 'Save its text as .docx or .txt.',
  },
  { id: 'other', entry: /^content\.xml$/, title: 'an OpenDocument file', remedy: 'Save it as .docx or .xlsx.' },
  {
    id: 'other',
    entry: /^META-INF\/container\.xml$/,
    title: 'an e-book (EPUB)',
    remedy: 'Convert it to .docx or .txt.',
  },
]

const documents: ArchiveKind = {
  id: 'documents',
  entry: /./,
  title: 'a zip archive',
  remedy: 'Unpack it and choose a file inside.',
}

export function archiveKind(entries: string[]): ArchiveKind {
  return kinds.find(({ entry }) => entries.some((name) => entry.test(name))) ?? documents
}
