import { afterAll, expect, test } from '@jest/globals'
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { noteUse, removeUnused } from './unused-files.js'

const folder = mkdtempSync(path.join(tmpdir(), 'termloom-unused-'))
afterAll(() => rmSync(folder, { recursive: true }))

const id = (last: number): string => `00000000-0000-4000-8000-00000000000${last}`
const daysAgo = (days: number): Date => new Date(Date.now() - days * 24 * 3600_000)

function file(name: string, days: number): string {
  const place = path.join(folder, name)
  writeFileSync(place, '')
  utimesSync(place, daysAgo(days), daysAgo(days))
  return place
}

test('what is newest, in use, or being written stays; the rest goes', async () => {
  const [newest, old, used, deleted, fresh] = [1, 2, 3, 4, 5].map((last) => `${id(last)}.terms`) as [
    string,
    ...string[],
  ]
  file(newest, 400)
  file(old!, 31)
  const inUse = file(used!, 31)
  file(deleted!, 1)
  file(fresh!, 0)
  file(`${newest}.draft`, 0)
  file(`${used}.left-behind`, 2)
  file('notes.txt', 400)
  await noteUse(inUse)
  const releases = [
    { id: id(1), isNewest: true },
    { id: id(2), isNewest: false },
    { id: id(3), isNewest: false },
  ]
  expect(new Set(await removeUnused(folder, releases))).toEqual(new Set([old, `${used}.left-behind`, deleted]))
  expect(new Set(readdirSync(folder))).toEqual(new Set([newest, `${newest}.draft`, used, fresh, 'notes.txt']))
})

test('a folder that is not there yet has nothing to remove', async () => {
  expect(await removeUnused(path.join(folder, 'nowhere'), [])).toEqual([])
})
