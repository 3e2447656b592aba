import { expect, jest, test } from '@jest/globals'
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { toConceptEntry, type PlainConcept } from '../../src/formats/index.js'
import { writeWhole } from '../support/glossary-files.js'
import { describeIf, rowsFrom, tbxData, withFiles } from '../support/validate-tbx.js'

/** Other programs are started and many files read: a busy machine takes its time. */
jest.setTimeout(180_000)

/** Synonyms, statuses, a term that must not be used, a concept without translation, and characters that files get wrong. */
const concepts: PlainConcept[] = [
  {
    id: '1',
    subjectField: 'IT',
    definition: 'Field where the URL is typed',
    languages: [
      {
        language: 'en',
        terms: [
          { text: 'location bar', administrativeStatus: 'deprecatedTerm-admn-sts' },
          { text: 'address bar', administrativeStatus: 'preferredTerm-admn-sts', partOfSpeech: 'noun' },
        ],
      },
      {
        language: 'zh',
        terms: [{ text: '地址栏' }, { text: '网址栏', administrativeStatus: 'supersededTerm-admn-sts' }],
      },
      { language: 'de', terms: [{ text: 'Adressleiste' }] },
    ],
  },
  {
    id: 'address bar 2',
    languages: [
      { language: 'zh', terms: [{ text: '上海合作组织', note: '简称“上合组织”' }] },
      { language: 'en', terms: [{ text: 'Shanghai Cooperation Organization' }, { text: 'SCO', termType: 'acronym' }] },
    ],
  },
  { id: '3', languages: [{ language: 'en', terms: [{ text: 'untranslated' }] }] },
  {
    id: '4',
    languages: [
      { language: 'en', terms: [{ text: '<AT&T> "x"' }] },
      { language: 'zh', terms: [{ text: '𠮷野家' }] },
    ],
  },
]

const approvedPairs = [
  ['address bar', '地址栏'],
  ['Shanghai Cooperation Organization', '上海合作组织'],
  ['SCO', '上海合作组织'],
  ['<AT&T> "x"', '𠮷野家'],
]

async function written(format: string): Promise<Uint8Array> {
  const glossary = { header: { title: 'Clients' }, entries: concepts.map(toConceptEntry) }
  return (await writeWhole(format, glossary, { source: 'en', target: 'zh' })).bytes
}

const sorted = (pairs: (string | undefined)[][]): string[] => pairs.map((pair) => pair.join(' = ')).sort()

const omegat = path.join(tbxData.clients, 'omegat/run.sh')
const withOmegat = describeIf(
  existsSync(omegat) && existsSync('/usr/share/omegat/OmegaT.jar'),
  'OmegaT is not installed (apt-get install omegat)',
)

withOmegat('OmegaT lists exactly the approved pairs', () => {
  test.each([
    ['tbx-2008', 'glossary.tbx'],
    ['omegat', 'glossary.txt'],
  ])('of %s', async (format, name) => {
    const bytes = await written(format)
    const rows = withFiles({ [name]: bytes }, ([file]) => rowsFrom('bash', [omegat, 'en', 'zh', file!]))
    const pairs = rows.filter(([kind]) => kind === 'GLOSS').map(([, source, target]) => [source, target])
    expect(sorted(pairs)).toEqual(sorted(approvedPairs))
  })
})

const omegatTmx = path.join(tbxData.clients, 'omegat/run-tmx.sh')

withOmegat('OmegaT translates with our TMX', () => {
  test('each segment that is a term as the pair says', async () => {
    const sources = ['address bar', 'Shanghai Cooperation Organization', 'SCO']
    const bytes = await written('tmx')
    const rows = withFiles({ 'memory.tmx': bytes }, ([file]) =>
      rowsFrom('bash', [omegatTmx, 'en', 'zh', file!, ...sources, 'location bar']),
    )
    expect(rows).toEqual([
      ['address bar', '地址栏'],
      ['Shanghai Cooperation Organization', '上海合作组织'],
      ['SCO', '上海合作组织'],
      // What must not be used is not in the memory: OmegaT leaves it as it stands.
      ['location bar', 'location bar'],
    ])
  })
})

const toolkit = path.join(tbxData.clients, 'translate-toolkit/dump_tbx.py')
const withToolkit = describeIf(
  existsSync(toolkit) && spawnSync('/usr/bin/python3', ['-c', 'import translate.storage.tbx']).status === 0,
  'translate-toolkit is not installed (apt-get install translate-toolkit)',
)

withToolkit('translate-toolkit (Weblate, Virtaal)', () => {
  test('lists the preferred pair of each concept', async () => {
    const bytes = await written('tbx-2008')
    const rows = withFiles({ 'glossary.tbx': bytes }, ([file]) =>
      rowsFrom('/usr/bin/python3', [toolkit, file!, 'en', 'zh']),
    )
    const pairs = rows.filter(([kind]) => kind === 'TERM').map(([, source, target]) => [source, target])
    expect(sorted(pairs)).toEqual(sorted(approvedPairs.filter(([source]) => source !== 'SCO')))
  })
})

const toolkitOfAny = path.join(tbxData.clients, 'translate-toolkit/dump_any.py')

withToolkit('translate-toolkit lists exactly the approved pairs', () => {
  test.each([
    ['omegat', 'glossary.utf8'],
    ['tmx', 'glossary.tmx'],
    ['utx', 'glossary.utx'],
  ])('of %s', async (format, name) => {
    const bytes = await written(format)
    const rows = withFiles({ [name]: bytes }, ([file]) => rowsFrom('/usr/bin/python3', [toolkitOfAny, file!]))
    const pairs = rows.filter(([kind]) => kind === 'TERM').map(([, source, target]) => [source, target])
    expect(sorted(pairs)).toEqual(sorted(approvedPairs))
  })
})

const require = createRequire(import.meta.url)
const withDeepl = describeIf(isInstalled('deepl-node'), "DeepL's client is not installed (npm ci)")

function isInstalled(name: string): boolean {
  try {
    require.resolve(name)
    return true
  } catch {
    return false
  }
}

withDeepl("DeepL's own parser", () => {
  test('takes each source phrase with its target', async () => {
    const { GlossaryEntries } = require('deepl-node') as {
      GlossaryEntries: new (from: { tsv: string }) => { entries(): object }
    }
    const text = new TextDecoder().decode(await written('deepl-tsv'))
    expect(Object.entries(new GlossaryEntries({ tsv: text }).entries())).toEqual(approvedPairs)
  })
})
