import { adjective, type Morphology, noun } from './paradigm.js'

/**
 * Nouns by their endings; gender only where the word itself tells it, for adjectives agree with it and a wrong one is worse than the form that
 * stood in the text. Plurals that change their vowel (Ärzte) are left alone.
 */
export const german: Morphology = {
  paradigms: [
    noun('f', 'ung | ungen', undefined, true),
    noun('f', 'heit | heiten', undefined, true),
    noun('f', 'keit | keiten', undefined, true),
    noun('f', 'schaft | schaften', undefined, true),
    noun('f', 'tion | tionen', undefined, true),
    noun('f', 'sion | sionen', undefined, true),
    noun('f', 'tät | täten', undefined, true),
    noun('f', 'enz | enzen', undefined, true),
    noun('f', 'anz | anzen', undefined, true),
    noun('f', 'ie | ien', /[gfhmnprst]$/u, true),
    noun('f', 'ik | iken', undefined, true),
    noun('f', 'ose | osen', undefined, true),
    noun('f', 'ese | esen', undefined, true),
    noun('f', 'in | innen', /(?:er|ent|ist|or)$/u, true),
    noun('m', 'ismus | ismen', undefined, true),
    noun('n', 'ment ments mentes | mente menten', undefined, true),
    noun('n', 'gramm gramms | gramme grammen', undefined, true),
    noun(undefined, '- s es e | e en', /[^es]$/u),
    noun(undefined, '- es e | e en', /s$/u),
    noun(undefined, '- s | n', /(?:e[lr])$/u),
    noun(undefined, '- s | -', /(?:e[lrn]|chen)$/u),
    noun(undefined, '- en | en', /(?:ent|ant|ist|at|oge|and)$/u),
    noun(undefined, '- s es | er ern', /[^e]$/u),
    noun(undefined, '- s | en', /(?:or|ett)$/u),
    noun(undefined, '- | en', /[^e]$/u),
    noun(undefined, 'e | en'),
    noun(undefined, '- s | s'),
    adjective(
      'er',
      'e',
      'es',
      'e',
      'en em',
      /(?:isch|lich|ig|iv|al|ell|är|ös|bar|sam|end|iert|t|haft|los|ent|ant|il|id|ut)$/u,
    ),
  ],
  irregular: {},
  joints: new Set(
    'der die das des dem den von vom zur zum zu für mit ohne bei in im und oder auf an am aus nach über unter durch gegen'.split(
      ' ',
    ),
  ),
  headEndsPhrase: true,
  citesWhatStands: true,
  nounsAreLarge: true,
  pluralFrom: 0.9,
}
