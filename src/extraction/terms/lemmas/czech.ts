import { adjective, type Morphology, noun, table } from './paradigm.js'

const hard = /[bdfghklmnprstvxz]$/u
const soft = /[cčďjňřšťžlsz]$/u

/** Declensions of nouns and adjectives as school grammars have them (hrad, stroj, žena, růže, kost, město, moře, stavení; mladý, jarní). */
export const czech: Morphology = {
  paradigms: [
    noun('f', 'ost osti ostí | osti ostí ostem ostech ostmi', undefined, true),
    noun('f', 'ace aci ací | ace ací acím acích acemi', undefined, true),
    noun('n', 'ání áním | ání áních áními', undefined, true),
    noun('n', 'ení ením | ení eních eními', undefined, true),
    noun('n', 'ství stvím | ství stvích stvími', undefined, true),
    noun('f', 'ika iky ice iku ikou | iky ik ikám ikách ikami', undefined, true),
    noun('m', 'ismus ismu ismem | ismy ismů', undefined, true),
    noun('m', '- u a e ě em ovi | y ů ům ech ách', hard),
    noun('m', '- a ovi em | i ové y ů ům ech', hard),
    noun('m', 'k ku kem ce | ky ků kům cích', /[^a]$/u),
    noun('m', 'ek ku kem | ky ků kům cích'),
    noun('m', 'ec ce ci cem | ci ce ců cům cích'),
    noun('m', '- e i em | e ů ům ích i', soft),
    noun('m', 'tel tele teli telem | telé tele telů telům telích', undefined, true),
    noun('f', 'a y ě e u ou | y - ám ách ami', hard),
    noun('f', 'ka ky ce ku kou | ky ek kám kách kami'),
    noun('f', 'e i í | e í ím ích emi', soft),
    noun('f', 'ie ii ií | ie ií iím iích iemi'),
    noun('f', '- i í | i í ím ích emi', /[ňďťžščřcsv]$/u),
    noun('n', 'o a u ě e em | a - ům ech y', hard),
    noun('n', 'um u em | a í ům ech y', hard),
    adjective('ý', 'á', 'é', 'é', 'ého ému ém ým ou ých ými', hard),
    adjective('í', 'í', 'í', 'í', 'ího ímu ím ích ími', /(?:n|c|č|š|ž|z|ř|j|jš|ejš)$/u),
  ],
  irregular: table(
    'data dat=data datům=data datech=data daty=data lidé lidí=lidé lidem=lidé lidech=lidé lidmi=lidé děti dětí=děti dětem=děti',
  ),
  joints: new Set('a i nebo v ve na do z ze s se k ke o od po pro při za bez mezi pod nad u'.split(' ')),
  headEndsPhrase: true,
  citesWhatStands: true,
  pluralFrom: 0.9,
}
