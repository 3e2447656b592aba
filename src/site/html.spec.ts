import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { html, json } from './html.js'

test('gaps are escaped, markup and lists are not escaped twice', () => {
  const items = ['<b>', 'c & d'].map((text) => html`<li>${text}</li>`)
  const { text } = html`<i title="${'a "b"'}">${items}${null}${false}${0}</i>`
  expect(text).toBe('<i title="a &quot;b&quot;"><li>&lt;b&gt;</li><li>c &amp; d</li>0</i>')
})

test('no text opens an element or leaves its attribute', () => {
  fc.assert(fc.property(fc.string(), (text) => !/[<>"']/.test(html`${text}`.text)))
})

test('JSON says the same and never ends its script', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const { text } = json({ value, end: '</script><!--' })
      expect(text).not.toContain('<')
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify({ value, end: '</script><!--' })))
    }),
  )
})
