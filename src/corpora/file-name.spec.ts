import { expect, test } from '@jest/globals'
import { fileName } from './file-name.js'

test.each([
  ['report.txt', 'report.txt'],
  ['國防 “白皮書” (終).txt', '國防 “白皮書” (終).txt'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\texts\\report.txt', 'report.txt'],
  ['a\u0000b\r\nSet-Cookie: x.txt', 'abSet-Cookie: x.txt'],
  ['report\u202Etxt.exe', 'reporttxt.exe'],
  ['half \uD840.txt', 'half \uFFFD.txt'],
  ['  ', 'document'],
  ['folder/', 'document'],
  [undefined, 'document'],
])('%j is called %j', (claimed, name) => expect(fileName(claimed)).toBe(name))

test('a very long name keeps its extension', () => {
  const name = fileName(`${'國'.repeat(400)}.docx`)
  expect(Array.from(name)).toHaveLength(255)
  expect(name).toMatch(/國\.docx$/)
})
