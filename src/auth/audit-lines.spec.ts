import { expect, test } from '@jest/globals'
import { auditLines } from './audit-lines.js'

const entry = {
  id: '7',
  at: new Date('2026-05-04T10:00:00Z'),
  actorId: null,
  actorName: '=HYPERLINK("x")',
  action: 'change-user',
  subjectKind: 'user',
  subjectId: 'u',
  details: { name: 'Ann, "the" editor' },
}

async function lines(format: 'csv' | 'jsonl'): Promise<string[]> {
  const entries = (async function* () {
    yield entry
  })()
  const lines: string[] = []
  for await (const line of auditLines(entries, format)) lines.push(line)
  return lines
}

test('a table that no spreadsheet takes for formulas', async () => {
  expect(await lines('csv')).toEqual([
    '\ufeffid,at,actorName,actorId,action,subjectKind,subjectId,details\r\n',
    `"7","2026-05-04T10:00:00.000Z","'=HYPERLINK(""x"")",,"change-user","user","u","{""name"":""Ann, \\""the\\"" editor""}"\r\n`,
  ])
})

test('JSON, one entry a line', async () => {
  expect(JSON.parse((await lines('jsonl'))[0]!)).toEqual({ ...entry, at: '2026-05-04T10:00:00.000Z' })
})
