import { afterEach, beforeEach, expect, test } from '@jest/globals'
import { appendFile, mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type AskedGlossary, lookUp, recognize } from './answers.js'
import type { GlossaryConcept } from './glossary-concept.js'
import { openConcepts } from './packed-release.js'
import { openFile, readOrBuild } from './release-files.js'

const term = (text: string, status = 'admittedTerm-admn-sts') => ({ text, administrativeStatus: status as never })

const concepts: GlossaryConcept[] = [
  {
    id: 'sco',
    number: 1,
    definition: 'an alliance',
    languages: [
      { language: 'zh-Hans', terms: [term('上海合作组织', 'preferredTerm-admn-sts'), term('上合组织')] },
      { language: 'en', terms: [term('SCO'), { ...term('note well'), note: 'rare' }] },
    ],
  },
  {
    id: 'state',
    number: 2,
    languages: [
      { language: 'zh', terms: [term('成员国')] },
      { language: 'en', terms: [{ ...term('member state'), exactForm: true }] },
    ],
  },
]

let folder: string
let file: string
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'termloom-index-'))
  file = path.join(folder, 'deep', 'release.terms')
})
afterEach(() => rm(folder, { recursive: true }))

let built = 0
async function* source() {
  built++
  yield* concepts
}

async function asked(): Promise<AskedGlossary[]> {
  const glossary = openFile(file, await readOrBuild(file, source))
  return [{ origin: { termbase: 'tb', release: 3 }, glossary }]
}

const zhEn = { source: 'zh', target: 'en' }

test('a glossary is built once, and answers the same from its file as from memory', async () => {
  const begin = built
  const fresh = await asked()
  const kept = await asked()
  expect(built - begin).toBe(1)
  expect(await readdir(path.dirname(file))).toEqual(['release.terms'])
  const inMemory = [{ origin: { termbase: 'tb', release: 3 }, glossary: await openConcepts(concepts) }]
  const segments = ['加入SCO的成員國', '关于上海合作组织', '']
  const expected = await recognize(inMemory, zhEn, segments, 'longest')
  expect(expected.map((matches) => matches.map(({ concept, kind }) => [concept, kind]))).toEqual([
    [
      ['sco', 'exact'],
      ['state', 'script-variant'],
    ],
    [['sco', 'exact']],
    [],
  ])
  for (const glossaries of [fresh, kept]) {
    expect(await recognize(glossaries, zhEn, segments, 'longest')).toEqual(expected)
    expect(lookUp(glossaries, zhEn, '上合', { mode: 'prefix', limit: 5 })).toMatchObject([
      {
        concept: 'sco',
        release: 3,
        definition: 'an alliance',
        source: { text: '上合组织' },
        targets: [{ text: 'SCO' }, { note: 'rare' }],
      },
    ])
  }
})

test('a term of which only the exact form counts is not found inflected', async () => {
  const found = await recognize(
    await asked(),
    { source: 'en', target: 'zh' },
    ['member states and a member state'],
    'all',
  )
  expect(found[0]!.map(({ start }) => start)).toEqual([20])
})

test.each<[string, () => Promise<unknown>]>([
  ['that is gone', () => rm(file)],
  ['that is empty', () => truncate(file, 0)],
  ['that breaks off in the arrays', () => truncate(file, 500)],
  ['that breaks off in the concepts', async () => truncate(file, (await readFile(file)).length - 1)],
  ['with something behind it', () => appendFile(file, 'x')],
  ['that is something else', () => writeFile(file, 'Hello. '.repeat(1000))],
  [
    'with a wrong bit',
    async () => {
      const bytes = await readFile(file)
      bytes[1000]! ^= 4
      await writeFile(file, bytes)
    },
  ],
])('a file %s is built again', async (_, spoil) => {
  await asked()
  await spoil()
  const begin = built
  expect(lookUp(await asked(), zhEn, 'SCO', { mode: 'exact', limit: 5 })).toHaveLength(1)
  expect(built - begin).toBe(1)
})
