import { list, type Morphology, table, type Paradigm } from './paradigm.js'

const plural = (singular: string, ending: string, after?: RegExp, isTelling = true): Paradigm => ({
  singular: list(singular),
  plural: list(ending),
  after,
  isTelling,
})
const attested = (singular: string, ending: string, after?: RegExp): Paradigm => plural(singular, ending, after, false)

/** Plurals of nouns and adjectives; gender is kept. */
export const spanish: Morphology = {
  paradigms: [
    plural('ión', 'iones'),
    plural('dad', 'dades'),
    plural('or', 'ores'),
    plural('-', 's', /\p{L}{2}(?:[ao]|(?<!c)e)$/u),
    plural('-', 'es', /[aeiou][lndr]$/u),
    attested('ón', 'ones'),
    attested('án', 'anes'),
    attested('és', 'eses'),
    attested('ín', 'ines'),
    attested('z', 'ces'),
    attested('-', 's', /(?:[ibdgtkpmn]|ce)$/u),
  ],
  irregular: table(`
    imágenes=imagen márgenes=margen órdenes=orden orígenes=origen volúmenes=volumen resúmenes=resumen exámenes=examen jóvenes=joven
    caracteres=carácter regímenes=régimen meses=mes países=país veces=vez crisis dosis tesis análisis síntesis diagnósticos=diagnóstico
    virus atlas gas bases=base fases=fase clases=clase sedes=sede aires=aire claves=clave detalles=detalle variables=variable menos lejos
    además antes después ambos gases=gas interés lunes paréntesis hipótesis sintaxis parálisis vacaciones`),
  joints: new Set(
    'de del con sin por para en a al y e o u entre sobre contra basado basada basados basadas'.split(' '),
  ),
  headEndsPhrase: false,
  pluralFrom: 0.5,
}

export const portuguese: Morphology = {
  paradigms: [
    plural('ção', 'ções'),
    plural('são', 'sões'),
    plural('dade', 'dades'),
    plural('m', 'ns', /[aeiou]$/u),
    plural('al', 'ais', /\p{L}{2}$/u),
    plural('ável', 'áveis'),
    plural('ível', 'íveis'),
    plural('-', 'es', /[aeiou][rz]$/u),
    plural('-', 's', /\p{L}{2}[aoeã]$/u),
    attested('ão', 'ões'),
    attested('ão', 'ães'),
    attested('el', 'éis'),
    attested('ol', 'óis'),
    attested('il', 'is'),
    attested('el', 'eis'),
    attested('ês', 'eses'),
    attested('-', 's', /[iu]$/u),
  ],
  irregular: table(`
    meses=mês países=país mais demais jamais pais vírus ônibus lápis gases=gás árvores=árvore análises=análise crises=crise atrás antes
    depois menos simples`),
  joints: new Set(
    'de do da dos das com sem por pelo pela para em no na nos nas a ao à e ou entre sobre contra'.split(' '),
  ),
  headEndsPhrase: false,
  pluralFrom: 0.5,
}

export const french: Morphology = {
  paradigms: [
    plural('eau', 'eaux'),
    plural('al', 'aux', /\p{L}{2}$/u),
    plural('-', 's', /\p{L}(?:[eébdgklmtnrfvqwyh]|c|p)$/u),
    attested('-', 's', /[aioux]$/u),
    attested('eu', 'eux'),
    attested('au', 'aux'),
  ],
  irregular: table(`
    travaux=travail matériaux=matériau tuyaux=tuyau noyaux=noyau lieux=lieu yeux=œil cas accès succès processus virus corps temps repos
    tiers poids sens avis divers cours secours parcours discours recours concours mois pays bois fois dans dos fonds gens moins sans vers
    travers univers tests=test dépens frais progrès procès excès décès abcès congrès taux faux choix prix voix index flux jeux=jeu heureux
    toujours plusieurs ailleurs alors hors mœurs envers revers remous souris bus iris os gros gras bas las précis pris compris mis permis
    commis soumis promis émis transmis requis acquis anglais français japonais champs=champ temps printemps contretemps`),
  joints: new Set("de du des d' d’ à au aux en par pour avec sans sur sous dans et ou entre contre l' l’".split(' ')),
  headEndsPhrase: false,
  pluralFrom: 0.5,
}

export const italian: Morphology = {
  paradigms: [
    plural('zione', 'zioni'),
    plural('sione', 'sioni'),
    plural('tore', 'tori'),
    plural('mento', 'menti'),
    attested('o', 'i'),
    attested('e', 'i'),
    attested('co', 'chi'),
    attested('go', 'ghi'),
    attested('a', 'e'),
    attested('ca', 'che'),
    attested('ga', 'ghe'),
    attested('io', 'i'),
  ],
  irregular: table(
    'ambienti=ambiente rete base parte fase classe chiave nome codice sorgente crisi analisi tesi ipotesi sintesi dosi=dose',
  ),
  joints: new Set(
    "di del dello della dei degli delle dell' dell’ da dal dalla a al alla in nel nella con su sul per tra fra e o d' d’".split(
      ' ',
    ),
  ),
  headEndsPhrase: false,
  pluralFrom: 0.5,
}
