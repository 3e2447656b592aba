import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { backMatter, basicGlossary } from '../../../test/support/generated-concepts.js'
import { type StartedApp, startApp } from '../../../test/support/start-app.js'
import type { Actor } from '../../auth/roles.js'
import { Database } from '../../database/database.js'
import { type ConceptEntry, glossaryFormats, readGlossary, writeGlossary } from '../../formats/index.js'
import { ReleaseExportService } from '../../releases/release-export.service.js'
import { ReleasesService } from '../../releases/releases.service.js'
import { ConceptListService } from '../concept-list.service.js'
import { ConceptsService } from '../concepts.service.js'
import { TermbasesService } from '../termbases.service.js'
import { ImportRunsService } from './import-runs.service.js'
import type { ImportOptions, Rules } from './import-record.js'
import { ImportsService } from './imports.service.js'
import { UndoImportService } from './undo-import.service.js'

let started: StartedApp
let editor: Actor

beforeAll(async () => {
  started = await startApp({ jobs: false })
  editor = await started.actor('editor')
})
afterAll(() => started.stop())

const get = <T>(type: new (...parameters: never[]) => T): T => started.app.get(type)
const watch = { progress() {}, signal: new AbortController().signal }
const untouched = { same: 0, changed: 0, conflict: 0, duplicate: 0, refused: 0, new: 0 }

async function termbase(): Promise<string> {
  const languages = { sourceLanguage: 'zh', targetLanguage: 'en' }
  return (await get(TermbasesService).create(editor, { name: randomUUID(), ...languages })).id
}

async function* once(bytes: Uint8Array) {
  yield bytes
}

interface Given {
  options?: Partial<ImportOptions>
  rules?: Rules
}

async function dryRun(termbaseId: string, bytes: Uint8Array, { options, rules }: Given = {}) {
  const imports = get(ImportsService)
  const asked = { status: 'draft' as const, ...options }
  const id = await imports.begin(editor, termbaseId, 'some.file', asked, rules, bytes.length)
  await get(ImportRunsService).read(id, watch, once(bytes))
  return imports.get(termbaseId, id)
}

async function imported(termbaseId: string, bytes: Uint8Array, given: Given = {}) {
  const { id } = await dryRun(termbaseId, bytes, given)
  return { id, ...(await get(ImportRunsService).apply(id, editor, watch)) }
}

const entriesOf = async (termbaseId: string, id: string) =>
  (await get(ImportsService).entries(termbaseId, id, { limit: 200 })).items

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = []
  for await (const chunk of chunks) parts.push(chunk)
  return Buffer.concat(parts)
}

const tbx = (...entries: ConceptEntry[]) =>
  bytesOf(writeGlossary('tbx-basic-dca', { header: { title: 'made' }, entries, backMatter }).chunks)

const csv = (...lines: string[]) => Buffer.from(lines.join('\n'))

function concept(id: string, terms: Record<string, string>, definition?: string): ConceptEntry {
  return {
    id,
    nodes: definition ? [{ element: 'descrip', category: 'definition', content: [definition] }] : [],
    languages: Object.entries(terms).map(([language, text]) => ({ language, nodes: [], terms: [{ text, nodes: [] }] })),
  }
}

async function exported(termbaseId: string, format: string): Promise<Buffer> {
  const [release] = await get(ReleasesService).list(termbaseId)
  const exports = get(ReleaseExportService)
  return bytesOf(exports.bytes(await exports.file(release!, { format }), 'identity'))
}

/** Printed, or a definition without entries. */
const onlyToLookAt = new Set(['html', 'pdf', 'multiterm-xdt'])

describe('what goes in comes out', () => {
  test('a valid TBX-Basic file is equal node by node after database and release, and has no changes then', async () => {
    const samples = fc.sample(basicGlossary(), { numRuns: 25, seed: 4 })
    const entries = samples.flat().map((entry, i) => ({ ...entry, id: `e${i}` }))
    const whole = entries.map(
      (entry) => JSON.parse(JSON.stringify(entry).replaceAll(/"target":"c\d"/g, '"target":"e0"')) as ConceptEntry,
    )
    const bytes = await tbx(...whole)
    const id = await termbase()
    const result = await imported(id, bytes, { options: { status: 'approved' } })
    expect(result.added).toBe(whole.length)
    await get(ReleasesService).publish(editor, id)
    const [before, after] = await Promise.all([everythingIn(bytes), everythingIn(await exported(id, 'tbx-basic-dca'))])
    expect(after).toEqual(before)
    const again = await dryRun(id, bytes)
    expect(again.counts.verdicts).toEqual({ ...untouched, same: whole.length })
  })

  test.each(glossaryFormats.map(({ id }) => id).filter((id) => !onlyToLookAt.has(id)))(
    'an own export as %s says 0 changes',
    async (format) => {
      const id = await termbase()
      await imported(
        id,
        csv(
          'concept,subjectField,definition,language,term,administrativeStatus,partOfSpeech,note,context',
          'k1,security,an organisation,zh,上海合作组织,preferredTerm-admn-sts,noun,正式,上海合作组织成立',
          'k1,security,an organisation,zh,上合组织,admittedTerm-admn-sts,noun,,',
          'k1,security,an organisation,en,Shanghai Cooperation Organization,preferredTerm-admn-sts,noun,formal,',
          'k1,security,an organisation,en,SCO,admittedTerm-admn-sts,noun,,the SCO met',
          'k2,,,zh,球阀,preferredTerm-admn-sts,noun,,',
          'k2,,,en,ball valve,preferredTerm-admn-sts,noun,,',
        ),
        { options: { status: 'approved' } },
      )
      await get(ConceptsService).create(editor, id, {
        status: 'approved',
        definition: 'made by hand',
        languages: [
          { language: 'zh', terms: [{ text: '闸阀', partOfSpeech: 'noun', customerSubset: 'A' }] },
          { language: 'en', terms: [{ text: 'gate valve', termType: 'fullForm', note: 'two\nlines' }] },
        ],
      })
      await get(ReleasesService).publish(editor, id)
      const { counts } = await dryRun(id, await exported(id, format), { options: { source: 'zh', target: 'en' } })
      expect({ format, ...counts.verdicts }).toEqual({ format, ...untouched, same: 3 })
    },
  )
})

describe('an own export of what TBX spells otherwise', () => {
  test('says 0 changes: ids that are no names, twice the same, and dates without dashes', async () => {
    const dated = (id: string, text: string): ConceptEntry => ({
      ...concept(id, { en: text }),
      nodes: [
        {
          element: 'transacGrp',
          children: [
            { element: 'transac', category: 'transactionType', content: ['origination'] },
            { element: 'date', content: ['20010507T10:57:25Z'] },
          ],
        },
      ],
    })
    const entries = [
      dated('254003', 'tap'),
      dated('address bar', 'valve'),
      dated('{0-1}', 'pump'),
      dated('{0-1}', 'seal'),
    ]
    const lines = await bytesOf(writeGlossary('jsonl', { header: {}, entries }).chunks)
    const id = await termbase()
    await imported(id, lines, { options: { status: 'approved' } })
    await get(ReleasesService).publish(editor, id)
    for (const format of ['tbx-basic-dca', 'tbx-dca', 'tbx-basic-dct']) {
      const { counts } = await dryRun(id, await exported(id, format))
      expect(counts.verdicts).toEqual({ ...untouched, same: 4 })
    }
  })
})

describe('the same file twice', () => {
  test('adds nothing, with ids twice and terms twice in it', async () => {
    const bytes = await tbx(concept('a', { zh: '阀', en: 'valve' }), concept('b', { zh: '泵', en: 'pump' }))
    const twice = Buffer.from(bytes.toString().replace('id="b"', 'id="a"'))
    const id = await termbase()
    expect(await imported(id, twice)).toMatchObject({ added: 2, changed: 0 })
    expect(await imported(id, twice)).toMatchObject({ added: 0, changed: 0 })
  })

  test('nor does a list without ids', async () => {
    const id = await termbase()
    const list = csv('zh,en', '阀,valve', '泵,pump')
    expect(await imported(id, list)).toMatchObject({ added: 2 })
    expect(await imported(id, list)).toMatchObject({ added: 0, changed: 0 })
  })
})

describe('the verdict', () => {
  test('changes what only imports wrote, and asks for what people wrote or approved', async () => {
    const id = await termbase()
    await imported(
      id,
      await tbx(concept('a', { zh: '阀', en: 'valve' }, 'old'), concept('b', { zh: '泵', en: 'pump' }, 'old')),
    )
    const [pump] = (await get(ConceptListService).search(id, { q: 'pump', limit: 5 })).items
    await get(ConceptsService).change(editor, id, pump!.id, 1, { status: 'approved' })
    const next = await tbx(
      concept('a', { zh: '阀', en: 'valve' }, 'new'),
      concept('b', { zh: '泵', en: 'pump' }, 'new'),
    )
    const { id: importId, counts } = await dryRun(id, next)
    expect(counts.verdicts).toEqual({ ...untouched, changed: 1, conflict: 1 })
    expect((await entriesOf(id, importId))[1]!.changes).toEqual([
      { path: 'definition', field: 'definition', kind: 'changed', before: 'old', after: 'new' },
    ])
    await expect(get(ImportRunsService).apply(importId, editor, watch)).rejects.toMatchObject({ code: 'conflict' })
    await get(ImportsService).decide(id, importId, { positions: [1] }, { action: 'take' })
    expect(await get(ImportRunsService).apply(importId, editor, watch)).toMatchObject({ added: 0, changed: 2 })
    const found = await get(ConceptsService).get(id, pump!.id)
    expect(found).toMatchObject({ definition: 'new', status: 'approved', version: 3 })
    const history = await get(ConceptsService).history(id, pump!.id)
    expect(history.map(({ cause, snapshot }) => [cause, snapshot.definition])).toEqual([
      ['import', 'new'],
      ['edit-concept', 'old'],
      ['import', 'old'],
    ])
  })

  test.each([
    ['keep', { definition: null, terms: ['阀门'] }],
    ['fill', { definition: 'new', terms: ['阀门'] }],
    ['add', { definition: 'new', terms: ['阀门', '阀'] }],
  ] as const)('%s as a rule', async (conflicts, wanted) => {
    const id = await termbase()
    const { id: conceptId } = await get(ConceptsService).create(editor, id, {
      externalId: 'a',
      note: 'ours',
      languages: [{ language: 'zh', terms: [{ text: '阀门' }] }],
    })
    const theirs = concept('a', { zh: '阀' }, 'new')
    theirs.nodes.push({ element: 'note', content: ['theirs'] })
    const { id: importId, counts } = await dryRun(id, await tbx(theirs), { rules: { conflicts, duplicates: 'ask' } })
    expect(counts.verdicts.conflict).toBe(1)
    await get(ImportRunsService).apply(importId, editor, watch)
    const found = await get(ConceptsService).get(id, conceptId)
    expect({
      definition: found.definition,
      terms: found.languages[0]!.terms.map(({ text }) => text),
      note: found.note,
    }).toEqual({
      ...wanted,
      note: 'ours',
    })
  })

  test('a single field can be decided against the rest', async () => {
    const id = await termbase()
    const { id: conceptId } = await get(ConceptsService).create(editor, id, {
      externalId: 'a',
      note: 'ours',
      definition: 'ours',
      languages: [{ language: 'zh', terms: [{ text: '阀' }] }],
    })
    const theirs = concept('a', { zh: '阀' }, 'theirs')
    theirs.nodes.push({ element: 'note', content: ['theirs'] })
    const { id: importId } = await dryRun(id, await tbx(theirs))
    const [entry] = await entriesOf(id, importId)
    const index = entry!.changes.findIndex(({ field }) => field === 'note')
    await get(ImportsService).decide(id, importId, { positions: [0] }, { action: 'take', fields: { [index]: 'ours' } })
    await get(ImportRunsService).apply(importId, editor, watch)
    expect(await get(ConceptsService).get(id, conceptId)).toMatchObject({ definition: 'theirs', note: 'ours' })
  })

  test('of an entry that shares a term is a duplicate: merged, new or left out', async () => {
    for (const [action, wanted] of [
      ['merge', { added: 0, changed: 1 }],
      ['new', { added: 1, changed: 0 }],
      ['skip', { added: 0, changed: 0 }],
    ] as const) {
      const id = await termbase()
      await get(ConceptsService).create(editor, id, {
        languages: [{ language: 'zh', terms: [{ text: '上海合作组织' }] }],
      })
      const file = await tbx(concept('x', { zh: '上海合作組織', en: 'SCO' }))
      const { id: importId, counts } = await dryRun(id, file)
      expect(counts.verdicts).toEqual({ ...untouched, duplicate: 1 })
      expect((await entriesOf(id, importId))[0]!.offers).toHaveLength(1)
      await get(ImportsService).decide(id, importId, { filter: { verdict: 'duplicate' } }, { action })
      expect(await get(ImportRunsService).apply(importId, editor, watch)).toMatchObject(wanted)
    }
  })

  test('of a table: what it does not say is not removed, and an entry that breaks a rule is refused alone', async () => {
    const id = await termbase()
    await imported(id, await tbx(concept('a', { zh: '阀', en: 'valve' }, 'kept')))
    const { counts } = await dryRun(id, csv('concept,zh,en', 'a,阀,valve', `b,泵,${'x'.repeat(2001)}`))
    expect(counts.verdicts).toEqual({ ...untouched, same: 1, refused: 1 })
  })

  test('of a file that says everything names what it left out', async () => {
    const id = await termbase()
    await imported(id, await tbx(concept('a', { zh: '阀', en: 'valve' }, 'old')))
    const file = await tbx(concept('a', { zh: '阀' }))
    expect((await dryRun(id, file)).counts.verdicts.same).toBe(1)
    const { id: importId } = await dryRun(id, file, { options: { complete: true } })
    const [entry] = await entriesOf(id, importId)
    expect(entry).toMatchObject({ verdict: 'conflict' })
    expect(entry!.changes.map(({ path, kind }) => [path, kind])).toEqual([
      ['definition', 'removed'],
      ['en › language', 'removed'],
    ])
  })

  test('languages become canonical, and that is told', async () => {
    const id = await termbase()
    const bytes = (await tbx(concept('a', { zh: '阀', en: 'valve' })))
      .toString()
      .replace('xml:lang="zh"', 'xml:lang="zh-CHS"')
    const { languages, renamedLanguages } = await dryRun(
      id,
      Buffer.from(bytes.replace('langSec xml:lang="en"', 'langSec xml:lang="en_US"')),
    )
    expect(languages).toContain('en-US')
    expect(renamedLanguages.map(({ written }) => written)).toEqual(['zh-CHS', 'en_US'])
  })
})

describe('undo', () => {
  test('takes back what came and what changed', async () => {
    const id = await termbase()
    await imported(id, await tbx(concept('a', { zh: '阀', en: 'valve' }, 'old')))
    const second = await imported(
      id,
      await tbx(concept('a', { zh: '阀', en: 'valve' }, 'new'), concept('b', { zh: '泵', en: 'pump' })),
    )
    expect(second).toMatchObject({ added: 1, changed: 1 })
    expect(await get(UndoImportService).undo(editor, id, second.id, { rest: false })).toMatchObject({
      added: 1,
      changed: 1,
      kept: 0,
    })
    const { items } = await get(ConceptListService).search(id, { limit: 10 })
    expect(items.map(({ definition }) => definition)).toEqual(['old'])
    await expect(get(UndoImportService).undo(editor, id, second.id, { rest: false })).rejects.toMatchObject({
      code: 'conflict',
    })
  })

  test('names what was edited since, and undoes the rest when asked', async () => {
    const id = await termbase()
    const first = await imported(
      id,
      await tbx(concept('a', { zh: '阀', en: 'valve' }), concept('b', { zh: '泵', en: 'pump' })),
    )
    const [pump] = (await get(ConceptListService).search(id, { q: 'pump', limit: 5 })).items
    await get(ConceptsService).change(editor, id, pump!.id, 1, { note: 'mine' })
    await expect(get(UndoImportService).undo(editor, id, first.id, { rest: false })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('pump'),
      details: { extra: { editedCount: 1 } },
    })
    expect(await get(UndoImportService).undo(editor, id, first.id, { rest: true })).toMatchObject({ added: 1, kept: 1 })
    expect((await get(ConceptListService).search(id, { limit: 5 })).items).toHaveLength(1)
  })
})

describe('two imports at once', () => {
  test('the one that comes second is told, compares again and finds nothing new', async () => {
    const id = await termbase()
    const bytes = await tbx(concept('a', { zh: '阀', en: 'valve' }))
    const [one, other] = [await dryRun(id, bytes), await dryRun(id, bytes)]
    const outcomes = await Promise.allSettled(
      [one, other].map((run) => get(ImportRunsService).apply(run.id, editor, watch)),
    )
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const late = outcomes[0]!.status === 'rejected' ? one : other
    expect(await get(ImportsService).get(id, late.id)).toMatchObject({ state: 'ready', problem: { code: 'stale' } })
    await get(ImportRunsService).read(late.id, watch)
    expect((await get(ImportsService).get(id, late.id)).counts.verdicts).toEqual({ ...untouched, same: 1 })
    expect((await get(ConceptListService).search(id, { limit: 5 })).items).toHaveLength(1)
  })
})

describe('an import that breaks off', () => {
  test('leaves nothing: a cut-off file, and a cancelled one', async () => {
    const id = await termbase()
    const bytes = await tbx(concept('a', { zh: '阀', en: 'valve' }))
    const importId = await get(ImportsService).begin(
      editor,
      id,
      'cut.tbx',
      { status: 'draft' },
      undefined,
      bytes.length,
    )
    await expect(
      get(ImportRunsService).read(importId, watch, once(bytes.subarray(0, bytes.length - 40))),
    ).rejects.toMatchObject({
      code: 'unreadable-file',
    })
    expect(await get(ImportsService).get(id, importId)).toMatchObject({
      state: 'failed',
      problem: { code: 'unreadable-file' },
    })
    const rows = await get(Database).db.query(`SELECT count(*)::int AS n FROM import_entries WHERE import_id = $1`, [
      importId,
    ])
    expect(rows).toEqual([{ n: 0 }])
  })
})

async function everythingIn(bytes: Uint8Array) {
  const reading = await readGlossary(once(bytes))
  const entries: ConceptEntry[] = []
  for await (const entry of reading.entries) entries.push(entry)
  return { entries, backMatter: reading.backMatter, header: reading.header.tbxHeader }
}
