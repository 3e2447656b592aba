import { type Language, words } from './language.js'

export const japanese: Language = {
  code: 'ja',
  scripts: ['Hiragana', 'Katakana', 'Han'],
  usesSpaces: false,
  stopWords: words(`
    の に は を た が で て と し れ さ ある いる も する から な こと として い や など なっ ない この ため その あっ よう また もの という あり まで
    られ なる へ か だ これ また または もしくは しかし そして では には とは での への からの としての といった ことが ことで ために によって により おり より による ず なり られる において について ます です でき それ それら ここ そこ さらに および ください`),
  abbreviations: new Set(),
  bound: {
    suffixes: words(
      '化 性 的 者 率 型 式 用 器 機 剤 法 学 力 度 系 値 版 員 費 症 炎 権 税 金 品 物 量 数 書 部 室 局 省 庁 会 社 所 店 地 区 線 点 面',
    ),
    prefixes: words('不 未 非 無 再 超 各 全 両'),
  },
  density: 2.1,
}
const list = (text: string): readonly string[] => text.split(/\s+/u).filter(Boolean)

/** Case particles, and what makes a verb of a noun (확장하는). */
const koreanParticles = {
  always: list(`
    의 에 에서 에게 에게서 에는 에서는 에서의 에도 까지 까지의 부터 처럼 마다 들 들은 들이 들을 들의 들에 들과 하는 한 할 하여 하여금 해 해서 하고 하기 하며
    하지 하면 하도록 하거나 하려는 합니다 한다 했다 하였다 했습니다 된 되는 될 되어 되고 되며 되지 되면 되도록 됩니다 된다 되었다 됐다 시키는 시킬 시키고
    입니다 이다 적인 적으로 스럽게`),
  afterConsonant: list(
    '은 이 을 과 으로 으로는 으로의 으로써 으로서 이나 이며 이고 이란 이라는 이라고 이라 과의 이라도',
  ),
  afterVowel: list('는 가 를 와 로 로는 로의 로써 로서 나 며 란 라는 라고 와의 라도'),
  exceptions: list(`
    회의 정의 합의 주의 논의 동의 문의 강의 결의 협의 의의 심의 제의 건의 항의 유의 고의 지원한 유한 무한 권한 제한 기한 최대한 최소한 연구 도구 언어 제어
    아이 사이 차이 길이 높이 깊이 어린이 놀이 프레임워크로 경로 도로 회로 통로 진로 번호로`),
}

export const korean: Language = {
  code: 'ko',
  scripts: ['Hangul'],
  usesSpaces: true,
  stopWords: words(
    '및 또는 그리고 그러나 하지만 이 그 저 것 수 등 더 위해 위한 대한 대해 있는 있다 하는 한다 한 할 수 있습니다 합니다 이다 때 경우 모든 각 또한 통해 ' +
      '있도록 있으며 있고 없는 없이 같은 같이 다른 여러 많은 매우 가장 즉 따라 따라서 의한 의해 관한 관해 대로 이러한 그러한 어떤 해당 때문 때문에 위하여 ' +
      Object.values(koreanParticles).slice(0, 3).flat().join(' '),
  ),
  particles: koreanParticles,
  abbreviations: new Set(),
  joining: { links: [''], shortestPart: 2 },
  density: 1.8,
}
export const thai: Language = {
  code: 'th',
  scripts: ['Thai'],
  usesSpaces: false,
  stopWords: words('ที่ และ ใน ของ เป็น การ มี ได้ ให้ จะ ไม่ กับ จาก โดย หรือ นี้ นั้น ซึ่ง เพื่อ ว่า แต่ ก็ ความ'),
  abbreviations: new Set(),
  density: 1.1,
}
export const arabic: Language = {
  code: 'ar',
  scripts: ['Arabic'],
  usesSpaces: true,
  stopWords: words(
    'في من على إلى عن مع هذا هذه ذلك التي الذي أن إن كان كانت لا ما لم لن قد أو و ثم كما بين عند بعد قبل كل غير هو هي هم',
  ),
  abbreviations: new Set(),
  density: 1.1,
}
