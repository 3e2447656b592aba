import { describe, expect, it } from '@jest/globals'
import { tokeniserOf } from './tokenise.js'

const cut = (language: string, text: string): string =>
  tokeniserOf(language)(text)
    .map(({ text: word, isStopWord }) => (isStopWord ? `${word}_` : word))
    .join(' ')

describe('words and what is written onto them', () => {
  it.each([
    ['서비스를 사용합니다', '서비스 를_ 사용 합니다_'],
    ['애플리케이션은 데이터센터에서 확장하는', '애플리케이션 은_ 데이터센터 에서_ 확장 하는_'],
    ['Kubernetes로 배포된', 'Kubernetes 로_ 배포 된_'],
    ['효과 평가 회의 차이', '효과 평가 회의 차이'],
  ])('%s', (text, words) => expect(cut('ko', text)).toBe(words))

  it.each([
    ['抽象化と仮想化', '抽象化 と_ 仮想化'],
    ['不変性', '不変性'],
    ['開発者の生産性', '開発者 の_ 生産性'],
  ])('%s', (text, words) => expect(cut('ja', text)).toBe(words))

  it('stand where they stood', () => {
    const text = '클러스터로 서비스의'
    for (const { text: word, start, end } of tokeniserOf('ko')(text)) expect(text.slice(start, end)).toBe(word)
  })

  it('are told by a typographic apostrophe too', () =>
    expect(cut('fr', 'l’accord d’une vanne')).toBe('l’_ accord d’_ une_ vanne'))
})
