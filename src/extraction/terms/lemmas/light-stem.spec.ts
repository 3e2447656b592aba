import { describe, expect, it } from '@jest/globals'
import { lightStemOf } from './light-stem.js'

const stems = (language: string, words: string): Set<string> =>
  new Set(words.split(' ').map((word) => lightStemOf(language)!(word)))

describe('light stems', () => {
  it.each([
    ['ru', 'вирус вируса вирусу вирусом вирусе вирусы вирусов вирусами'],
    ['ru', 'инфекция инфекции инфекцию инфекцией инфекций инфекциями'],
    ['cs', 'model modelu modelem modely modelů modelech'],
    ['cs', 'jazyk jazyka jazyku jazykem jazyky jazyků'],
    ['de', 'patient patienten'],
    ['de', 'klinisch klinische klinischer klinischen klinischem klinisches'],
    ['fr', 'facial faciale faciaux faciales'],
    ['es', 'infección infecciones'],
    ['es', 'infectado infectada infectados infectadas'],
    ['pt', 'infecção infecções'],
    ['it', 'applicazione applicazioni'],
  ])('%s: %s are one word', (language, words) => expect(stems(language, words).size).toBe(1))

  it.each([
    ['ru', 'вирус вирусный'],
    ['es', 'caso casa'],
    ['es', 'vacuna vacunación'],
    ['de', 'leber leben'],
    ['cs', 'jazyk jazykový'],
  ])('%s: %s are two', (language, words) => expect(stems(language, words).size).toBe(2))

  it('leaves abbreviations and languages without rules alone', () => {
    expect(lightStemOf('de')!('HIV-1')).toBe('HIV-1')
    expect(lightStemOf('hu')).toBeUndefined()
  })
})
