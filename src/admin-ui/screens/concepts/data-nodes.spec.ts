import { describe, expect, test } from '@jest/globals'
import type { DataNode } from '../../api/types.js'
import { addable, isPlain, newNode, placesBeside, saysAnything, stringsIn, textOf, withString } from './data-nodes.js'

const node = (element: string, category?: string, text = 'x'): DataNode => ({
  element,
  ...(category && { category }),
  content: [text],
})

describe('what files said beside the fields', () => {
  const definition = node('descrip', 'definition')
  const source = node('admin', 'source')

  test('the first of a field is the field’s, a second one and unknown ones are shown', () => {
    const nodes = [definition, node('descrip', 'definition'), node('note'), node('note'), node('x', 'private')]
    expect(placesBeside(nodes, 'concept')).toEqual([1, 3, 4])
    expect(placesBeside([node('admin', 'source')], 'concept')).toEqual([0])
    expect(placesBeside([node('admin', 'source')], 'term')).toEqual([])
    expect(placesBeside(null, 'term')).toEqual([])
  })

  test('a group is shown when it says more than a value and its source', () => {
    const group = (...children: DataNode[]): DataNode => ({ element: 'descripGrp', children })
    expect(placesBeside([group(definition, source)], 'concept')).toEqual([])
    expect(placesBeside([group(definition, source, node('note'))], 'concept')).toEqual([0])
    expect(placesBeside([group(definition, source, source)], 'concept')).toEqual([0])
  })

  test('markup stays where it is while its strings are edited', () => {
    const content = ['H', { name: 'hi', attributes: { type: 'sub' }, content: ['2'] }, 'O']
    expect([isPlain(content), textOf(content), stringsIn(content)]).toEqual([false, 'H2O', ['H', '2', 'O']])
    expect(withString(content, 1, '3')).toEqual(['H', { name: 'hi', attributes: { type: 'sub' }, content: ['3'] }, 'O'])
  })

  test('what may be added stands at its level, and what is begun and left empty says nothing', () => {
    const category = { element: 'xref', module: 'basic', levels: ['concept'], external: true } as const
    const picture = { ...category, name: 'xGraphic', levels: [...category.levels] }
    const all = [
      { ...picture, name: 'definition' },
      picture,
      { ...picture, name: 'register', levels: ['term' as const] },
    ]
    expect(addable(all, 'concept').map(({ name }) => name)).toEqual(['xGraphic'])
    expect(newNode(picture)).toEqual({
      element: 'xref',
      category: 'xGraphic',
      attributes: { target: '' },
      content: [''],
    })
    expect(saysAnything(newNode(picture))).toBe(false)
    expect(saysAnything({ ...newNode(picture), attributes: { target: 'https://x.example' } })).toBe(true)
  })
})
