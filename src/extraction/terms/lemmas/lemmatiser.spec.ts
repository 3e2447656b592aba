import { describe, expect, it } from '@jest/globals'
import { lemmatiserOf } from './lemmatiser.js'

/** The dictionary form of a term in a corpus that holds these words, each once. */
const cited = (language: string, term: string, corpus = ''): string => {
  const forms = corpus.split(' ')
  return lemmatiserOf(language, (form) => forms.filter((one) => one === form).length)(term)
}

describe('dictionary forms', () => {
  it.each([
    ['симптомами', 'симптом симптомов симптомами', 'симптом'],
    ['вакцины', 'вакцин вакциной вакцины вакцину', 'вакцина'],
    ['иммунной системы', 'системы системой систему иммунной', 'иммунная система'],
    ['промежуточных носителей', 'носителей носитель носителя', 'промежуточный носитель'],
    ['вирусной инфекции', 'инфекции', 'вирусная инфекция'],
    ['заболеваний', '', 'заболевание'],
    ['уровень смертности', 'уровень уровня', 'уровень смертности'],
    ['защиты глаз', 'защиты защитой защиту глаз', 'защита глаз'],
    ['тестовых наборов', 'наборов набор набора', 'тестовый набор'],
    ['наборы данных', 'наборов набор набора', 'набор данных'],
    ['облачных вычислений', 'вычислений вычислений вычисления вычислениями', 'облачные вычисления'],
    ['Российской Федерации', 'федерации', 'Российская Федерация'],
    ['мест', 'мест', 'мест'],
    ['ВОЗ', 'воз воза возу', 'ВОЗ'],
  ])('ru %s in "%s" → %s', (term, corpus, lemma) => expect(cited('ru', term, corpus)).toBe(lemma))

  it.each([
    ['es', 'posiciones', 'posición', 'posición'],
    ['es', 'posiciones', 'posiciones posiciones', 'posiciones'],
    ['es', 'conjuntos de posiciones', 'conjunto', 'conjunto de posiciones'],
    ['es', 'enfermedades respiratorias', 'enfermedad', 'enfermedad respiratoria'],
    ['es', 'enfermedades respiratorias', 'enfermedades', 'enfermedades respiratorias'],
    ['es', 'análisis', 'análisis', 'análisis'],
    ['es', 'imágenes de contenedor', '', 'imagen de contenedor'],
    ['pt', 'infecções virais', 'infecção viral', 'infecção viral'],
    ['pt', 'imagens', 'imagem', 'imagem'],
    ['fr', 'maladies infectieuses', 'maladie', 'maladie infectieuse'],
    ['fr', 'processus', 'processus', 'processus'],
    ['fr', 'niveaux de service', 'niveau', 'niveau de service'],
    ['fr', "systèmes d'exploitation", 'système', "système d'exploitation"],
    ['it', 'applicazioni', 'applicazione', 'applicazione'],
    ['it', 'rete', 'rete', 'rete'],
  ])('%s %s in "%s" → %s', (language, term, corpus, lemma) => expect(cited(language, term, corpus)).toBe(lemma))

  it('needs a second form where an ending says little', () => {
    expect(cited('it', 'nodi')).toBe('nodi')
    expect(cited('it', 'nodi', 'nodi nodo')).toBe('nodo')
    expect(cited('es', 'luces', 'luces')).toBe('luces')
    expect(cited('es', 'cruces', 'cruces cruz cruz')).toBe('cruz')
  })

  it.each([
    ['de', 'Kugelventile', 'kugelventile kugelventil', 'Kugelventil'],
    ['de', 'Patienten', 'patienten patient', 'Patient'],
    ['de', 'Diagnosen', 'diagnosen diagnose', 'Diagnose'],
    ['de', 'chronischen Erkrankungen', 'erkrankung erkrankungen', 'chronische Erkrankung'],
    ['de', 'klinischen Verlaufs', 'verlauf verlaufs', 'klinischen Verlaufs'],
    ['de', 'Behandlung der Patienten', 'patienten patient behandlung', 'Behandlung der Patienten'],
    ['cs', 'jazykových modelů', 'modelů model modely', 'jazykový model'],
    ['cs', 'klasifikaci', 'klasifikaci', 'klasifikace'],
    ['cs', 'neuronových sítí', 'sítí', 'neuronových sítí'],
  ])('%s %s in "%s" → %s', (language, term, corpus, lemma) => expect(cited(language, term, corpus)).toBe(lemma))

  it.each([
    ['ru', 'симптомы', 'симптомы симптомы симптомы симптомов', 'симптом'],
    ['fr', 'médicaments antiviraux', 'médicaments médicaments', 'médicament antiviral'],
    ['es', 'posiciones', 'posiciones posiciones', 'posición'],
  ])('%s %s is cited in the singular where the other language names one', (language, term, corpus, lemma) => {
    const forms = corpus.split(' ')
    const lemmatise = lemmatiserOf(language, (form) => forms.filter((one) => one === form).length)
    expect(lemmatise(term, true)).toBe(lemma)
  })

  it('leaves languages alone whose paradigms it does not have', () => {
    expect(cited('hu', 'szelepek', 'szelepek szelep')).toBe('szelepek')
  })
})
