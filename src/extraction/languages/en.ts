import { type Language, words } from './language.js'

export const english: Language = {
  code: 'en',
  scripts: ['Latin'],
  usesSpaces: true,
  stopWords: words(`
    a an the and or but nor so yet of in on at by for with from to into onto upon about above across after against along among around as
    before behind below beneath beside besides between beyond during except inside like near off out outside over past since than through
    throughout till toward towards under until up down via within without i me my mine we us our ours you your yours he him his she her hers
    it its they them their theirs this that these those who whom whose which what where when why how is am are was were be been being have
    has had having do does did doing done will would shall should can could may might must not no none never ever only also just very too
    such same other another each every either neither both all any some many much more most few less least several own there here then thus
    therefore however although though because if unless while whereas whether once again already still even else per`),
  abbreviations: words(`
    mr mrs ms dr prof st sr jr hon rev gen col lt sgt capt maj gov sen rep pres no nos vol vols fig figs eq eqs ch sec art arts para paras
    pp p ed eds cf e.g i.e vs v al inc ltd co corp dept univ approx ca est jan feb mar apr jun jul aug sep sept oct nov dec u.s u.k u.n`),
  clauseLabel:
    /^(?:article|section|chapter|clause|part|annex|appendix|schedule|rule|regulation|paragraph|item|step|title)\s+(?:\d+(?:\.\d+)*|[ivxlc]+|[a-z])\b[.:)]?(?!\s+(?:of|to|and|or|in|shall|applies|above|below)\b|[,;])/iu,
  fixedModifiers: new Set([
    'in vitro',
    'in vivo',
    'in situ',
    'in silico',
    'in utero',
    'in camera',
    'ex vivo',
    'ex situ',
    'ex ante',
    'ex post',
    'ex officio',
    'ex gratia',
    'de facto',
    'de jure',
    'de novo',
    'ad hoc',
    'ad valorem',
    'per capita',
    'pro rata',
    'pro forma',
    'pro bono',
    'a priori',
    'a posteriori',
    'prima facie',
    'bona fide',
    'post hoc',
    'post mortem',
  ]),
  stemmer: 'english',
  density: 1,
}
