import { describe, expect, it } from '@jest/globals'
import { en } from '../../i18n/en.js'
import { zh } from '../../i18n/zh.js'
import { type Target, tools } from './tools.js'

const target: Target = {
  origin: 'https://terms.example.org',
  termbaseId: 'T',
  release: 'latest',
  source: 'zh',
  target: 'en',
  isPublic: true,
  key: 'KEY',
}

/** Every snippet with its tool, for a termbase like this. */
const snippets = (to: Target) =>
  tools.flatMap(({ id, snippets }) => snippets.map(({ caption, text }) => ({ id, caption, text: text(to) })))

describe('what tools are given', () => {
  it('names the server, and the release where it is a file', () => {
    for (const { text } of snippets(target)) expect(text).toContain('https://terms.example.org/')
    for (const { text } of snippets({ ...target, release: 3 }).filter(({ text }) => text.includes('/export')))
      expect(text).toContain('/termbases/T/releases/3/export?format=')
  })

  it('asks for a key where strangers may not read, and only there', () => {
    const commands = (to: Target) => snippets(to).filter(({ text }) => text.startsWith('curl') || text.startsWith('{'))
    expect(commands(target).filter(({ text }) => text.includes('KEY"') && text.includes('Bearer'))).toEqual([])
    for (const { text } of commands({ ...target, isPublic: false })) expect(text).toContain('Bearer KEY')
  })

  it('stands well-formed in a project file of OmegaT', () => {
    const { text } = snippets(target).find(({ caption }) => caption === 'project')!
    expect(text).toContain('format=omegat&amp;source=zh&amp;target=en')
  })

  it('has its steps and captions in both languages', () => {
    for (const { id, steps, snippets, name } of tools)
      for (const strings of [en.tools, zh.tools]) {
        expect(Object.keys(strings.step[id])).toHaveLength(steps)
        expect(name ?? strings.name[id as keyof typeof strings.name]).toBeTruthy()
        for (const { caption } of snippets) expect(strings.caption[caption]).toBeTruthy()
      }
  })
})
