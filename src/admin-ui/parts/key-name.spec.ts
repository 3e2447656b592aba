import { describe, expect, it } from '@jest/globals'
import { keyName } from './key-name.js'

const press = (key: string, held: { ctrlKey?: boolean; metaKey?: boolean; shiftKey?: boolean } = {}) =>
  keyName({ key, ctrlKey: false, metaKey: false, shiftKey: false, ...held })

describe('names of keys', () => {
  it.each([
    ['a letter', press('a'), 'a'],
    ['a letter with caps lock on', press('A'), 'a'],
    ['a letter with Shift', press('A', { shiftKey: true }), 'Shift+a'],
    ['a sign that needs Shift to be typed', press('?', { shiftKey: true }), '?'],
    ['an arrow with Shift', press('ArrowDown', { shiftKey: true }), 'Shift+ArrowDown'],
    ['Ctrl', press('z', { ctrlKey: true }), 'Ctrl+z'],
    ['the command key of a Mac', press('z', { metaKey: true }), 'Ctrl+z'],
  ])('%s', (_what, name, wanted) => {
    expect(name).toBe(wanted)
  })
})
