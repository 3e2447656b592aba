import { exportAddress } from '../../api/releases.js'

/** What a page of addresses is made for. */
export interface Target {
  /** Of the server, such as https://terms.example.org. */
  origin: string
  termbaseId: string
  release: number | 'latest'
  source: string
  target: string
  /** Strangers may read it: no key is needed. */
  isPublic: boolean
  /** What stands for the key in commands. */
  key: string
}

/** Something to copy: an address, a command, or a setting. */
export interface Snippet {
  /** Its caption, a key of `tools.caption`. */
  caption:
    | 'address'
    | 'addressTbx'
    | 'addressTable'
    | 'download'
    | 'upload'
    | 'project'
    | 'settings'
    | 'formula'
    | 'stdio'
    | 'lookup'
    | 'recognize'
    | 'check'
  text: (target: Target) => string
}

export interface Tool {
  id: 'omegat' | 'trados' | 'memoq' | 'weblate' | 'phrase' | 'deepl' | 'mcp' | 'spreadsheet' | 'program'
  /** As its makers write it; the others are named in the language of the page. */
  name?: string
  /** How many steps `tools.step.<id>` has. */
  steps: number
  snippets: Snippet[]
}

export const stepNames = ['first', 'second', 'third'] as const

/** Every tool with what it takes: adding one is adding an entry here and its steps to the tables of strings. */
export const tools: Tool[] = [
  {
    id: 'omegat',
    name: 'OmegaT',
    steps: 3,
    snippets: [
      { caption: 'address', text: (to) => file(to, 'omegat', 'pair') },
      { caption: 'download', text: (to) => download(to, file(to, 'omegat', 'pair'), 'glossary/termloom.txt') },
      {
        caption: 'project',
        text: (to) =>
          `<repository type="http" url="${escaped(file(to, 'omegat', 'pair'))}">\n  <mapping local="glossary/termloom.txt" repository="" />\n</repository>`,
      },
    ],
  },
  {
    id: 'trados',
    name: 'Trados Studio, MultiTerm',
    steps: 3,
    snippets: [
      { caption: 'address', text: (to) => file(to, 'multiterm-xml') },
      { caption: 'settings', text: (to) => file(to, 'multiterm-xdt') },
      { caption: 'addressTable', text: (to) => file(to, 'xlsx') },
    ],
  },
  {
    id: 'memoq',
    name: 'memoQ',
    steps: 2,
    snippets: [
      { caption: 'addressTbx', text: (to) => file(to, 'tbx-2008') },
      { caption: 'addressTable', text: (to) => file(to, 'xlsx') },
    ],
  },
  {
    id: 'weblate',
    name: 'Weblate',
    steps: 2,
    snippets: [
      { caption: 'addressTbx', text: (to) => file(to, 'tbx-2008', 'pair') },
      {
        caption: 'upload',
        text: (to) =>
          `${download(to, file(to, 'tbx-2008', 'pair'), 'glossary.tbx')}\ncurl -X POST -H "Authorization: Token WEBLATE_TOKEN" -F file=@glossary.tbx -F method=replace \\\n  https://weblate.example.org/api/translations/PROJECT/glossary/${to.target.replace('-', '_')}/file/`,
      },
    ],
  },
  {
    id: 'phrase',
    name: 'Phrase TMS, Smartling, Crowdin, XTM',
    steps: 2,
    snippets: [
      { caption: 'addressTbx', text: (to) => file(to, 'tbx-2008') },
      { caption: 'addressTable', text: (to) => file(to, 'xlsx') },
    ],
  },
  {
    id: 'deepl',
    name: 'DeepL',
    steps: 2,
    snippets: [
      { caption: 'address', text: (to) => file(to, 'deepl-tsv', 'pair') },
      {
        caption: 'upload',
        text: (to) =>
          `${download(to, file(to, 'deepl-tsv', 'pair'), 'glossary.tsv')}\ncurl -X POST https://api.deepl.com/v2/glossaries -H "Authorization: DeepL-Auth-Key DEEPL_KEY" \\\n  --data-urlencode name=termloom -d source_lang=${plain(to.source)} -d target_lang=${plain(to.target)} \\\n  -d entries_format=tsv --data-urlencode entries@glossary.tsv`,
      },
    ],
  },
  {
    id: 'mcp',
    steps: 2,
    snippets: [
      { caption: 'address', text: ({ origin }) => `${origin}/mcp` },
      { caption: 'settings', text: (to) => JSON.stringify({ mcpServers: { termloom: overHttp(to) } }, null, 2) },
      {
        caption: 'stdio',
        text: (to) =>
          `${download(to, file(to, 'jsonl'), 'glossary.jsonl')}\nnpx termloom mcp --release glossary.jsonl --source ${to.source} --target ${to.target}`,
      },
    ],
  },
  {
    id: 'spreadsheet',
    steps: 2,
    snippets: [
      { caption: 'addressTable', text: (to) => file(to, 'xlsx') },
      { caption: 'address', text: (to) => file(to, 'csv') },
      { caption: 'formula', text: (to) => `=IMPORTDATA("${file(to, 'csv')}")` },
    ],
  },
  {
    id: 'program',
    steps: 2,
    snippets: [
      {
        caption: 'lookup',
        text: (to) => command(to, `"${to.origin}/api/v1/lookup?${asked(to, { text: 'TERM', mode: 'fuzzy' })}"`),
      },
      { caption: 'recognize', text: (to) => post(to, 'recognize', { segments: ['…'] }) },
      { caption: 'check', text: (to) => post(to, 'check', { segments: [{ source: '…', target: '…' }] }) },
    ],
  },
]

/** The file of the release; formats that hold one pair of languages are told which. */
function file({ origin, termbaseId, release, source, target }: Target, format: string, languages?: 'pair'): string {
  return origin + exportAddress(termbaseId, release, { format, ...(languages && { source, target }) })
}

/** `latest` leads to the newest release, so redirects are followed; what has not changed is not sent again. */
function download(to: Target, address: string, name: string): string {
  return command(to, `-L --etag-compare ${name}.etag --etag-save ${name}.etag -o ${name} "${address}"`)
}

function command({ isPublic, key }: Target, rest: string): string {
  const header = isPublic ? '' : ` -H "Authorization: Bearer ${key}"`
  return `curl -fsS${header} ${rest}`
}

function post(to: Target, question: string, body: object): string {
  const { source, target, termbaseId, release, origin } = to
  const asked = JSON.stringify({ source, target, termbase: termbaseId, release: String(release), ...body })
  return command(to, `-H "Content-Type: application/json" -d '${asked}' ${origin}/api/v1/${question}`)
}

function asked({ source, target, termbaseId, release }: Target, more: Record<string, string>): string {
  return new URLSearchParams({ source, target, termbase: termbaseId, release: String(release), ...more }).toString()
}

function overHttp({ origin, isPublic, key }: Target) {
  return { type: 'http', url: `${origin}/mcp`, ...(!isPublic && { headers: { Authorization: `Bearer ${key}` } }) }
}

/** What stands in an attribute of XML. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;')

/** Without script and region, in capitals or not: services that know languages only. */
const plain = (language: string): string => language.split('-')[0]!.toUpperCase()
