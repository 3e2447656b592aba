import { describe, expect, it } from '@jest/globals'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { en } from './en.js'
import { zh } from './zh.js'

const flatEn = flat(en)
const flatZh = flat(zh)

describe('strings of the screens', () => {
  it('Chinese has every key of English, and no other', () => {
    const wanted = Object.keys(flatEn).filter((key) => !key.endsWith('_one'))
    expect(Object.keys(flatZh).toSorted()).toEqual(wanted.toSorted())
  })

  it('a singular has its plural', () => {
    const singulars = Object.keys(flatEn).filter((key) => key.endsWith('_one'))
    expect(singulars.filter((key) => !(key.replace(/_one$/, '_other') in flatEn))).toEqual([])
  })

  it('both languages fill the same gaps', () => {
    const differing = Object.keys(flatZh).filter((key) => gaps(flatZh[key]!) !== gaps(flatEn[key]!))
    expect(differing).toEqual([])
  })

  it('no Chinese string is English left standing', () => {
    const untranslated = Object.entries(flatZh).filter(([, text]) => !/\p{Script=Han}/u.test(text))
    // A name and its place: nothing in it to translate.
    expect(untranslated.map(([key]) => key)).toEqual(['review.by'])
  })

  it('every string that a screen asks for exists', () => {
    const known = new Set(Object.keys(flatEn).map((key) => key.replace(/_(one|other)$/, '')))
    const asked = sources().flatMap((source) => [...source.matchAll(/\bt\(\s*'([^']+)'/g)].map(([, key]) => key!))
    expect(asked.length).toBeGreaterThan(150)
    expect(asked.filter((key) => !known.has(key))).toEqual([])
  })

  it('every reason that a score can have is named', () => {
    const reasons = declaredReasons()
    expect(reasons.length).toBeGreaterThan(50)
    // What is added after the table: the pair among its rivals, and nearness of meaning.
    reasons.push('choice', 'choiceBack', 'insideLonger', 'meaning')
    expect(reasons.filter((name) => !(`reason.${name}` in flatEn && `reason.${name}` in flatZh))).toEqual([])
  })

  it('no screen speaks past the tables', () => {
    // Text between tags that has two letters in a row, and attributes that are read out.
    const spoken = sources().flatMap((source) => [
      ...source.matchAll(/<\/?[\w.]+[^<>{}=]*>\s*([A-Za-z]{2}[^<>{}]*)<\//g),
      ...source.matchAll(/(?:aria-label|title|placeholder|label|alt)="([^"]+)"/g),
    ])
    expect(spoken.map(([, text]) => text!.trim()).filter((text) => text !== 'Termloom')).toEqual([])
  })
})

/** { a: { b: 'x' } } -> { 'a.b': 'x' } */
function flat(strings: object, prefix = ''): Record<string, string> {
  return Object.fromEntries(
    Object.entries(strings).flatMap(([name, value]: [string, string | object]) =>
      typeof value === 'string' ? [[prefix + name, value]] : Object.entries(flat(value, `${prefix}${name}.`)),
    ),
  )
}

function gaps(text: string): string {
  return [...text.matchAll(/\{\{(\w+)\}\}/g)]
    .map(([, name]) => name!)
    .toSorted((one, other) => one.localeCompare(other))
    .join()
}

/** Read as text: screens import nothing of the extractor, and its own folder knows no screens. */
function declaredReasons(): string[] {
  const file = path.resolve(import.meta.dirname, '../../extraction/pairs/features.ts')
  const [, table] = /noFeatures = \(\) => \(\{(.*?)\}\)/s.exec(readFileSync(file, 'utf8'))!
  return [...table!.matchAll(/^ {2}(\w+): 0,$/gm)].map(([, name]) => name!)
}

function sources(): string[] {
  const root = path.resolve(import.meta.dirname, '..')
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
}
