// Every screen with an address to look at it, and a termbase that gives each of them something to show. The pictures
// (bin/screenshots.mjs) and the accessibility journey visit them all; the journey also checks that no route is missing.

const inside = ({ home }, rest) => `${home}/${rest}`

/** `route` as in src/admin-ui/routes.tsx; the pages of the glossary site have none. */
export const screens = [
  { name: 'sign-in', route: '/sign-in', address: () => '/sign-in', isSignedOut: true },
  { name: 'termbases', route: 'termbases', address: () => '/termbases' },
  { name: 'new-termbase', route: 'termbases', address: () => '/termbases?new' },
  { name: 'mentions', route: 'mentions', address: () => '/mentions' },
  { name: 'people', route: 'people', address: () => '/people' },
  { name: 'review', route: 'review', address: (at) => inside(at, 'review') },
  { name: 'decided', route: 'review', address: (at) => inside(at, 'review?state=all') },
  { name: 'card', route: 'review', address: (at) => inside(at, 'review?view=card') },
  { name: 'ranking', route: 'ranking', address: (at) => inside(at, 'ranking') },
  { name: 'progress', route: 'progress', address: (at) => inside(at, 'progress') },
  { name: 'documents', route: 'documents', address: (at) => inside(at, 'documents') },
  { name: 'document', route: 'documents/:documentId', address: (at) => inside(at, `documents/${at.document}`) },
  {
    name: 'reader',
    route: 'documents/:documentId',
    address: (at) => inside(at, `documents/${at.document}?pair=3&candidate=${at.candidate}`),
  },
  { name: 'concepts', route: 'concepts', address: (at) => inside(at, 'concepts') },
  { name: 'concept', route: 'concepts/:conceptId', address: (at) => inside(at, `concepts/${at.concept}`) },
  {
    name: 'merge',
    route: 'concepts/:conceptId/merge',
    address: (at) => inside(at, `concepts/${at.concept}/merge?with=${at.other}`),
  },
  { name: 'subject-fields', route: 'subject-fields', address: (at) => inside(at, 'subject-fields') },
  { name: 'imports', route: 'imports', address: (at) => inside(at, 'imports') },
  { name: 'import', route: 'imports/:importId', address: (at) => inside(at, `imports/${at.import}`) },
  { name: 'releases', route: 'releases', address: (at) => inside(at, 'releases?changes=2') },
  { name: 'compare', route: 'releases/compare', address: (at) => inside(at, 'releases/compare?from=1&to=2') },
  { name: 'lookup', route: 'lookup', address: (at) => inside(at, `lookup?text=${encodeURIComponent(at.term)}`) },
  { name: 'misses', route: 'misses', address: (at) => inside(at, 'misses') },
  { name: 'tools', route: 'tools', address: (at) => inside(at, 'tools') },
  { name: 'settings', route: 'settings', address: (at) => inside(at, 'settings') },
  { name: 'lost', route: '*', address: () => '/nowhere' },
  { name: 'site-glossaries', address: () => '/glossary' },
  { name: 'site', address: ({ site }) => site },
  { name: 'site-list', address: ({ site }) => `${site}/browse/zh/pinyin/Z` },
  { name: 'site-search', address: ({ site, term }) => `${site}/search?q=${encodeURIComponent(term.slice(0, 2))}` },
  { name: 'site-concept', address: ({ site, number }) => `${site}/concept/${number}` },
  { name: 'site-lost', address: ({ site }) => `${site}/concept/999999` },
]

/**
 * Decides some candidates of the sample, publishes twice, writes a full concept, imports a file, names subject fields,
 * looks up what is not there, and lets an editor call the administrator in a comment.
 * @param call (method, path under /api/v1, body?) sends JSON as a signed-in administrator and returns what comes back
 * @param upload (path, name, text) sends a file, the same way
 * @param signIn (link) comes in by a one-time link, and returns the `call` of that person
 */
export async function prepareScreens(call, upload, signIn) {
  const { items: termbases } = await call('GET', '/termbases')
  const home = `/termbases/${termbases[0].id}`
  const { items } = await call('GET', `${home}/candidates?limit=40`)
  if (items.length < 20)
    throw new Error(`The sample has only ${items.length} candidates: the log of the server says why.`)
  const decide = (row, decision) =>
    call('POST', `${home}/candidates/${row.id}/decisions`, { version: row.version, ...decision })
  for (const row of items.slice(1, 4)) await decide(row, { kind: 'accept', newConcept: true })
  await decide(items[4], { kind: 'skip' })
  await call('PATCH', home, { visibility: 'public', description: 'Terms of the white papers on national defence.' })
  await call('POST', `${home}/releases`, { note: 'First terms of the white paper' })
  for (const row of items.slice(5, 7)) await decide(row, { kind: 'accept', newConcept: true })
  await decide(items[16], { kind: 'reject', reason: 'general-word' })
  const concept = await call('POST', `${home}/concepts`, fullConcept)
  const { items: fields } = await call('POST', `${home}/subject-fields`, { name: 'diplomacy' })
  await call('POST', `${home}/subject-fields`, { name: 'international organisations', parentId: fields[0].id })
  await call('POST', `${home}/releases`, { note: '' })
  for (const text of ['反导系统', '反导系统', '护航编队'])
    await call('GET', `/lookup?${new URLSearchParams({ source: 'zh', target: 'en', termbase: termbases[0].id, text })}`)
  const me = await call('GET', '/me')
  const editor = await call('POST', '/users', { name: 'Wang Fang', role: 'editor' })
  const callOfEditor = await signIn((await call('POST', `/users/${editor.id}/sign-in-link`, {})).url)
  await callOfEditor('POST', `${home}/concepts/${concept.id}/comments`, {
    text: `@${me.name} Is the short form right?`,
  })
  const { items: concepts } = await call('GET', `${home}/concepts?limit=2`)
  // A picture shows what is compared, not that it is being compared.
  const imported = await upload(`${home}/imports`, 'valves.csv', 'zh,en\n球阀,ball valve\n中国,China\n')
  while ((await call('GET', `${home}/imports/${imported.import.id}`)).state === 'reading')
    await new Promise((resolve) => setTimeout(resolve, 100))
  const document = (await call('GET', `${home}/documents`)).items[0].id
  return {
    home,
    site: `/glossary/${termbases[0].id}/latest`,
    document,
    concept: concept.id,
    other: concepts.find(({ id }) => id !== concept.id).id,
    number: concept.number,
    import: imported.import.id,
    term: items[1].source,
    candidate: items[0].id,
  }
}

const fullConcept = {
  status: 'approved',
  subjectField: 'diplomacy',
  definition: 'An intergovernmental organisation founded in Shanghai on 15 June 2001.',
  definitionSource: 'Charter',
  languages: [
    {
      language: 'zh',
      definition: '二〇〇一年六月十五日在上海成立的政府间国际组织。',
      terms: [
        {
          text: '中国—中亚合作组织',
          administrativeStatus: 'preferredTerm-admn-sts',
          partOfSpeech: 'properNoun',
          termType: 'fullForm',
          context: '加强组织框架内的国际反恐合作。',
          contextSource: '国防白皮书',
        },
        { text: '中合组织', administrativeStatus: 'admittedTerm-admn-sts', termType: 'shortForm' },
      ],
    },
    {
      language: 'en',
      terms: [
        { text: 'China–Central Asia Organization', administrativeStatus: 'preferredTerm-admn-sts' },
        { text: 'Central Asian Pact', administrativeStatus: 'deprecatedTerm-admn-sts', note: 'Of some newspapers.' },
      ],
    },
  ],
}
