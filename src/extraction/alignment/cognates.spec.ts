import { describe, expect, it } from '@jest/globals'
import { cognateSupport, soundOf } from './cognates.js'

const alike = (one: string, other: string): number => cognateSupport(soundOf(one), soundOf(other))

describe('cognates', () => {
  it.each([
    ['pharmacy', 'farmacia'],
    ['chemotherapy', 'Chemotherapie'],
    ['keratoplasty', 'Keratoplastik'],
    ['information', 'informace'],
    ['vaccine', 'вакцина'],
    ['president', 'президент'],
    ['diagnosis', 'διάγνωση'],
    ['cloud', 'クラウド'],
    ['container', 'コンテナ'],
    ['platform', '플랫폼'],
    ['kubernetes', '쿠버네티스'],
  ])('%s and %s are one word', (one, other) => {
    expect(alike(one, other)).toBeGreaterThan(0.3)
    expect(alike(other, one)).toBe(alike(one, other))
  })

  it.each([
    ['house', 'horse'],
    ['trade', 'trace'],
    ['hand', 'Hund'],
    ['from', 'form'],
    ['valve', 'вакцина'],
    ['abstraction', '추상화'],
    ['dog', 'gato'],
    ['cloud', '云'],
  ])('%s and %s are none', (one, other) => expect(alike(one, other)).toBe(0))

  it('takes words of any length and any script', () => {
    const long = 'Donaudampfschifffahrtsgesellschaftskapitänswitwenrente'
    expect(alike(long, long.toLowerCase())).toBeGreaterThan(0)
    expect(alike('', 'x')).toBe(0)
    expect(alike('नमस्ते', 'namaste')).toBe(0)
  })
})
