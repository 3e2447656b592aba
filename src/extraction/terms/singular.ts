/** Plurals that have no singular of the same meaning, or look like plurals and are none. */
const pluralOnly = new Set(
  (
    'affairs aerospace analytics assets-liabilities athletics barracks bellows belongings biceps binoculars breeches chassis clothes congratulations customs ' +
    'alias atlas bias bus canvas chaos christmas cosmos data diabetes dynamics earnings devops economics electronics ethics finances forces gallows genetics goods graphics headquarters herpes hives humanities ' +
    'hydraulics innings kinetics kubernetes lens linguistics logistics mathematics measles means mechanics media metaphysics movies-of mumps news nutrition optics outskirts ' +
    'pants physics pliers politics premises proceedings proceeds rabies remains remarks resources riches robotics savings scissors securities series ' +
    'shambles shorts species statistics tactics thanks thermodynamics thrips tongs troops trousers tweezers valuables works'
  ).split(' '),
)

const irregular = new Map(
  Object.entries({
    analyses: 'analysis',
    axes: 'axis',
    bacteria: 'bacterium',
    bases: 'base',
    children: 'child',
    crises: 'crisis',
    criteria: 'criterion',
    diagnoses: 'diagnosis',
    feet: 'foot',
    geese: 'goose',
    hypotheses: 'hypothesis',
    indices: 'index',
    knives: 'knife',
    leaves: 'leaf',
    lives: 'life',
    matrices: 'matrix',
    men: 'man',
    mice: 'mouse',
    phenomena: 'phenomenon',
    prognoses: 'prognosis',
    shelves: 'shelf',
    syntheses: 'synthesis',
    teeth: 'tooth',
    theses: 'thesis',
    vertices: 'vertex',
    wives: 'wife',
    wolves: 'wolf',
    women: 'woman',
  }),
)

/** The singular of an English noun; words that only look plural come back as they are. */
export function singularOf(word: string): string {
  const lower = word.toLowerCase()
  if (pluralOnly.has(lower) || lower.length < 4 || !lower.endsWith('s'))
    return restored(irregular.get(lower) ?? lower, word)
  if (irregular.has(lower)) return restored(irregular.get(lower)!, word)
  if (/(?:ss|us|is|ics|ous)$/u.test(lower)) return word
  if (lower.endsWith('ies') && lower.length > 4) return word.slice(0, -3) + 'y'
  if (/(?:vir|bon|camp|stat|cens|sens|pect|b|rat|sin|fet|min|chor|gen|foc)uses$/u.test(lower)) return word.slice(0, -2)
  if (/(?:sses|shes|ches|xes|zzes|oes)$/u.test(lower))
    return /(?:shoes|aches|caches|niches)$/u.test(lower) ? word.slice(0, -1) : word.slice(0, -2)
  return word.slice(0, -1)
}

/** Keeps a capital at the front. */
const restored = (singular: string, word: string): string =>
  singular === word.toLowerCase()
    ? word
    : /^\p{Lu}/u.test(word)
      ? singular[0]!.toUpperCase() + singular.slice(1)
      : singular

/** Whether an English term names one of something: its head is no plural, and no word that only looks like a singular. */
export function namesOne(term: string): boolean {
  const head = /^(.*?)(?:\s(?:of|for|in|on|to|with|against|by|from|and)\s|$)/u.exec(term)![1]!
  const last = head.split(/[\s-]/u).at(-1)!
  const lower = last.toLowerCase()
  return !collective.has(lower) && !pluralOnly.has(lower) && singularOf(last) === last
}

const collective = new Set([
  'people',
  'police',
  'cattle',
  'staff',
  'personnel',
  'software',
  'hardware',
  'information',
  'advice',
  'knowledge',
])
