import { expect, test } from '@jest/globals'
import { mentionsIn } from './mentions.js'

const people = ['Ann', 'Ann Lee', '王芳', 'O’Neil-Smith'].map((name) => ({ id: name, name }))

test.each([
  ['@Ann is this right?', ['Ann']],
  ['@ann lee, please look; @Ann too', ['Ann', 'Ann Lee']],
  ['请@王芳确认', ['王芳']],
  ['＠王芳：请确认', ['王芳']],
  ['write to x@Ann or to @Anna', []],
  ['(@O’Neil-Smith)', ['O’Neil-Smith']],
  ['nobody', []],
])('%s', (text, called) => {
  expect(mentionsIn(text, people).map(({ name }) => name)).toEqual(called)
})
