import { type Gender, list, type Morphology, table, type Paradigm } from './paradigm.js'

/** Singular and plural, nominative first, with a bar between. */
const noun = (gender: Gender, endings: string, after?: RegExp, isTelling = false): Paradigm => {
  const [singular, plural] = endings.split(' | ').map(list) as [readonly string[], readonly string[]]
  return { gender, singular, plural, after, isTelling }
}

const adjective = (m: string, f: string, n: string, plural: string, others: string, after?: RegExp): Paradigm => ({
  singular: list(`${m} ${f} ${n} ${others}`),
  plural: list(`${plural}`),
  agreeing: { m, f, n, plural: plural.split(' ')[0]! },
  after,
  isTelling: true,
})

const hard = /[бвдзлмнпрстфц]$/u
const velar = /[гкхжшчщ]$/u

/** Declensions after A. A. Zaliznyak's classes, without the alternations that a corpus of forms cannot tell (Грамматический словарь русского языка). */
export const russian: Morphology = {
  paradigms: [
    noun('f', 'ость ости остью | ости остей остям остями остях', undefined, true),
    noun('n', 'ение ения ению ением ении | ения ений ениям ениями ениях', undefined, true),
    noun('n', 'ание ания анию анием ании | ания аний аниям аниями аниях', /[^п]$/u, true),
    noun('f', 'ция ции цию цией | ции ций циям циями циях', undefined, true),
    noun('n', 'ство ства ству ством стве | ства ств ствам ствами ствах', undefined, true),
    noun('n', 'ие ия ию ием ии | ия ий иям иями иях'),
    noun('f', 'ия ии ию ией | ии ий иям иями иях', /(?<!ен|[вдзклрстж]ан)$/u),
    noun('m', '- а у ом е | ы ов ам ами ах', hard),
    noun('m', '- а у ом ем е | и ов ей ам ами ах', velar),
    noun('m', 'й я ю ем е | и ев ям ями ях', /(?:[аеёоуыэюя]|(?<![еа]н|ц|ст?в)и)$/u),
    noun('m', 'ь я ю ем е | и ей ям ями ях'),
    noun('m', 'ец ца цу цом цем це | цы цев цов цам цами цах'),
    noun('m', 'ок ка ку ком ке | ки ков кам ками ках'),
    noun('m', 'ел ла лу лом ле | лы лов лам лами лах'),
    noun('m', 'ень ня ню нем не | ни ней ням нями нях'),
    noun('f', 'а ы у ой е | ы - ам ами ах', hard),
    noun('f', 'а и у ой ей е | и - ам ами ах', velar),
    noun('f', 'ка ки ку кой ке | ки ок ек кам ками ках'),
    noun('f', 'я и ю ей е | и ь ям ями ях'),
    noun('f', 'ь и ью | и ей ям ями ях'),
    noun('n', 'о а у ом е | а - ам ами ах'),
    noun('n', 'е я ю ем | я ей ям ями ях'),
    adjective('ый', 'ая', 'ое', 'ые ых ыми', 'ого ому ым ом ой ую ою', hard),
    adjective('ий', 'ая', 'ое', 'ие их ими', 'ого ому им ом ой ую ою', /[гкх]$/u),
    adjective('ий', 'ая', 'ее', 'ие их ими', 'его ему им ем ей ую', /[жшчщ]$/u),
    adjective('ий', 'яя', 'ее', 'ие их ими', 'его ему им ем ей юю', /н$/u),
  ],
  irregular: table(`
    люди людей=люди людям=люди людьми=люди дети детей=дети детям=дети данные данных=данные данным=данные данными=данные
    время времени=время временем=время имя имени=имя именем=имя`),
  joints: new Set('и или в во на с со по для от до при из к о об у без между под над'.split(' ')),
  headEndsPhrase: true,
  pluralFrom: 0.9,
}
