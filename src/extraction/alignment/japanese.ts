/** Kanji that Japan simplified its own way, and the characters that Chinese writes for them today. */
/** Pairs of characters; the kanji first. */
const ownForms =
  '亜亚悪恶囲围壱壹栄荣円圆塩盐応应桜樱価价仮假壊坏懐怀拡扩覚觉楽乐観观関关気气帰归犠牺拠据挙举駆驱区区経经軽轻芸艺県县険险検检権权顕显験验効效広广鉱矿剤剂済济雑杂歯齿実实釈释収收従从渋涩縦纵処处叙叙焼烧証证乗乘浄净剰剩畳叠縄绳譲让嬢娘触触図图粋粹酔醉随随数数髄髓枢枢声声斉齐静静窃窃摂摄専专浅浅戦战践践銭钱潜潜遅迟銭钱総总荘庄捜搜装装騒骚増增臓脏蔵藏属属続续対对帯带滞滞択择沢泽単单担担胆胆団团断断弾弹昼昼鋳铸聴听勅敕逓递鉄铁転转点点伝传当当党党盗盗稲稻闘斗独独読读届届縄绳弐贰悩恼脳脑覇霸廃废拝拜売卖麦麦発发髪发抜拔蛮蛮秘秘浜滨瓶瓶払拂仏佛並并変变辺边弁辩歩步宝宝豊丰没没訳译薬药与与余余様样謡谣来来頼赖覧览竜龙両两猟猎緑绿塁垒励励礼礼隷隶霊灵齢龄恋恋炉炉労劳楼楼録录湾湾'
const chineseForm = new Map(
  Array.from({ length: [...ownForms].length / 2 }, (_, n) => [ownForms[2 * n]!, ownForms[2 * n + 1]!]),
)

/** A Japanese word as Chinese would write it; its kana go, for they are endings. */
export function inChineseScript(word: string): string {
  return [...word.replaceAll(/[\p{sc=Hiragana}\p{sc=Katakana}ー]/gu, '')]
    .map((kanji) => chineseForm.get(kanji) ?? kanji)
    .join('')
}

const vowels = ['a', 'i', 'u', 'e', 'o']
/** Rows of the kana table, five syllables each; a dot where there is none. */
const rows: Record<string, string> = {
  '': 'あいうえお',
  k: 'かきくけこ',
  g: 'がぎぐげご',
  s: 'さしすせそ',
  z: 'ざじずぜぞ',
  t: 'たちつてと',
  d: 'だぢづでど',
  n: 'なにぬねの',
  h: 'はひふへほ',
  b: 'ばびぶべぼ',
  p: 'ぱぴぷぺぽ',
  m: 'まみむめも',
  y: 'や.ゆ.よ',
  r: 'らりるれろ',
  w: 'わ...を',
}
const irregular: Record<string, string> = {
  し: 'shi',
  ち: 'chi',
  つ: 'tsu',
  ふ: 'fu',
  じ: 'ji',
  ぢ: 'ji',
  づ: 'zu',
  を: 'o',
  ん: 'n',
  ゔ: 'vu',
}
const syllables = new Map([
  ...Object.entries(rows).flatMap(([consonant, row]) =>
    [...row].map((kana, at): [string, string] => [kana, consonant + vowels[at]!]),
  ),
  ...Object.entries(irregular),
])
const small: Record<string, string> = { ゃ: 'a', ゅ: 'u', ょ: 'o', ぁ: 'a', ぃ: 'i', ぅ: 'u', ぇ: 'e', ぉ: 'o' }

/** Kana in Hepburn's letters; '' for what is not all kana. */
export function romanised(word: string): string {
  if (!/^[\p{sc=Hiragana}\p{sc=Katakana}ー]+$/u.test(word)) return ''
  let letters = ''
  let isDoubled = false
  for (const character of word) {
    const kana = /\p{sc=Katakana}/u.test(character) ? String.fromCodePoint(character.codePointAt(0)! - 0x60) : character
    const vowel = small[kana]
    const syllable = syllables.get(kana)
    if (vowel) letters = withSmall(letters, vowel, /[ゃゅょ]/.test(kana))
    else if (kana === 'っ') isDoubled = true
    else if (syllable) {
      letters += (isDoubled ? syllable[0] : '') + syllable
      isDoubled = false
    }
  }
  return letters
}

/** き and ゃ are kya, し and ゃ are sha, ファ is fa: the small one takes the place of the vowel before it. */
function withSmall(letters: string, vowel: string, isGlide: boolean): string {
  const consonants = letters.slice(0, -1)
  return consonants + (isGlide && !/(?:sh|ch|j)$/.test(consonants) ? 'y' : '') + vowel
}

/** Long vowels are written or not: Ōsaka, Osaka, Oosaka, Ousaka. */
export const spelledAs = (reading: string, word: string): boolean => shortVowels(reading) === shortVowels(word)

function shortVowels(letters: string): string {
  return letters
    .normalize('NFD')
    .replaceAll(/[^a-z]/g, '')
    .replaceAll(/ou|oo/g, 'o')
    .replaceAll('uu', 'u')
}
