import { type Language, words } from './language.js'

export const japanese: Language = {
  code: 'ja',
  scripts: ['Hiragana', 'Katakana', 'Han'],
  usesSpaces: false,
  stopWords: words(`
    の に は を た が で て と し れ さ ある いる も する から な こと として い や など なっ ない この ため その あっ よう また もの という あり まで
    られ なる へ か だ これ によって により おり より による ず なり られる において について ます です でき それ それら ここ そこ さらに および ください`),
  abbreviations: new Set(),
  density: 2.1,
}
export const korean: Language = {
  code: 'ko',
  scripts: ['Hangul'],
  usesSpaces: true,
  stopWords: words(
    '및 또는 그리고 그러나 하지만 이 그 저 것 수 등 더 위해 위한 대한 대해 있는 있다 하는 한다 한 할 수 있습니다 합니다 이다 때 경우 모든 각 또한 통해',
  ),
  abbreviations: new Set(),
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
