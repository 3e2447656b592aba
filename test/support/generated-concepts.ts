import fc from 'fast-check'
import type { ConceptEntry, Content, DataNode, LanguageSection, Term } from '../../src/formats/index.js'

/**
 * Concepts that use every data category of TBX-Basic at every level it may stand at, with markup, groups, history and
 * references. All are valid TBX-Basic: what is written from them has to validate and to come back equal.
 */
export function basicGlossary(): fc.Arbitrary<ConceptEntry[]> {
  const count = fc.integer({ min: 1, max: 5 })
  return count.chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `c${index + 1}`)
    return fc.tuple(...ids.map((id) => concept(id, ids)))
  })
}

/** So many concepts of one glossary, always the same; references lead to concepts beside them. */
export function manyConcepts(count: number): ConceptEntry[] {
  const concepts: ConceptEntry[] = []
  for (let seed = 1; concepts.length < count; seed++)
    for (const [index, entries] of fc.sample(basicGlossary(), { numRuns: 20, seed }).entries()) {
      // What is said cannot match: its quotation marks are escaped.
      const unique = JSON.stringify(entries).replaceAll(/"(id|target)":"(c\d)"/g, `"$1":"$2-${seed}-${index}"`)
      concepts.push(...(JSON.parse(unique) as ConceptEntry[]))
    }
  return concepts.slice(0, count)
}

/** Anything that XML can carry, with the characters that are most often got wrong. */
const character = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...'abc XYZ-éß中國术语日本語한국어') },
  { weight: 2, arbitrary: fc.constantFrom('&', '<', '>', '"', "'", ']]>', '𠮷', '😀', '\u200f', 'é', '=', '|') },
)
const sentence = fc.array(character, { minLength: 1, maxLength: 12 }).map((characters) => characters.join(''))
const word = sentence.map((text) => text.replaceAll(/\s+/g, ' ').trim() || 'x')

const markup = (name: string, attributes: Record<string, string>, content: string): Content[number] => ({
  name,
  attributes,
  content: [content],
})
const highlighted = fc
  .tuple(fc.constantFrom('italics', 'bold', 'superscript', 'subscript', 'math', 'hotkey', 'entailedTerm'), word)
  .map(([type, text]) => markup('hi', { type }, text))
const foreign = fc
  .tuple(fc.constantFrom('fr', 'zh-Hant'), word)
  .map(([language, text]) => markup('foreign', { 'xml:lang': language }, text))

/** Text with elements in it: never two strings side by side, which XML could not tell apart. */
const noteText: fc.Arbitrary<Content> = fc.oneof(
  sentence.map((text) => [text]),
  fc.tuple(sentence, fc.oneof(highlighted, foreign), sentence).map((parts) => [...parts]),
)
const plain: fc.Arbitrary<Content> = sentence.map((text) => [text])

const leaf = (element: string, category: string | undefined, content: fc.Arbitrary<Content>): fc.Arbitrary<DataNode> =>
  content.map((content) => ({ element, ...(category && { category }), content }))
const pick = (category: string, values: string[]): fc.Arbitrary<DataNode> =>
  fc.constantFrom(...values).map((value) => ({ element: 'termNote', category, content: [value] }))
const pointing = (node: fc.Arbitrary<DataNode>, targets: string[]): fc.Arbitrary<DataNode> =>
  fc.tuple(node, fc.constantFrom(...targets)).map(([node, target]) => ({ ...node, attributes: { target } }))

const source = leaf('admin', 'source', noteText)
const note = leaf('note', undefined, noteText)
const customer = leaf('admin', 'customerSubset', plain)
const project = leaf('admin', 'projectSubset', plain)
const address = fc.constantFrom('http://example.org/a?b=1&c=2', 'https://example.org/')
const external = (category: string): fc.Arbitrary<DataNode> =>
  fc.tuple(leaf('xref', category, plain), address).map(([node, target]) => ({ ...node, attributes: { target } }))

const group = (element: string, ...members: fc.Arbitrary<DataNode>[]): fc.Arbitrary<DataNode> =>
  fc.tuple(...members).map((children) => ({ element, children }))
const withSource = (head: fc.Arbitrary<DataNode>): fc.Arbitrary<DataNode> =>
  fc.oneof(head, group('descripGrp', head, source), group('descripGrp', head, source, note))

const date = fc.constantFrom('2024-02-29', '2024-05-31T10:00:00', '2024-05-31T10:00:00Z', '2024-05-31T10:00:00+08:00')
const history = group(
  'transacGrp',
  fc
    .constantFrom('origination', 'modification')
    .map((value) => ({ element: 'transac', category: 'transactionType', content: [value] })),
  fc.oneof(
    leaf('transacNote', 'responsibility', plain),
    pointing(leaf('transacNote', 'responsibility', plain), ['person1']),
  ),
  date.map((value) => ({ element: 'date', content: [value] })),
)
const definition = withSource(leaf('descrip', 'definition', noteText))
const context = withSource(leaf('descrip', 'context', noteText))

const some = (...nodes: fc.Arbitrary<DataNode>[]): fc.Arbitrary<DataNode[]> =>
  fc.tuple(...nodes.map((node) => fc.array(node, { maxLength: 2 }))).map((lists) => lists.flat())

function concept(id: string, ids: string[]): fc.Arbitrary<ConceptEntry> {
  const reference = pointing(leaf('ref', 'crossReference', plain), ids)
  const nodes = some(
    leaf('descrip', 'subjectField', plain),
    definition,
    history,
    source,
    customer,
    project,
    note,
    reference,
    external('externalCrossReference'),
    external('xGraphic'),
  )
  const languages = fc.uniqueArray(fc.constantFrom('en', 'zh', 'zh-Hant', 'de', 'ja', 'pt-BR'), {
    minLength: 1,
    maxLength: 3,
  })
  const sections = languages.chain((tags) => fc.tuple(...tags.map((language) => section(language, reference))))
  return fc.tuple(nodes, sections).map(([nodes, languages]) => ({ id, nodes, languages }))
}

function section(language: string, reference: fc.Arbitrary<DataNode>): fc.Arbitrary<LanguageSection> {
  const nodes = some(definition, history, source, note, external('externalCrossReference'), external('xGraphic'))
  return fc
    .tuple(nodes, fc.array(term(reference), { minLength: 1, maxLength: 3 }))
    .map(([nodes, terms]) => ({ language, nodes, terms }))
}

function term(reference: fc.Arbitrary<DataNode>): fc.Arbitrary<Term> {
  const termNotes = some(
    pick('partOfSpeech', ['noun', 'verb', 'adjective', 'adverb', 'other']),
    pick('administrativeStatus', [
      'preferredTerm-admn-sts',
      'admittedTerm-admn-sts',
      'deprecatedTerm-admn-sts',
      'supersededTerm-admn-sts',
    ]),
    pick('termType', ['fullForm', 'acronym', 'abbreviation', 'shortForm', 'variant', 'phrase']),
    pick('grammaticalGender', ['masculine', 'feminine', 'neuter', 'other']),
    pick('termLocation', ['checkBox', 'menuItem', 'user-definedType']),
    leaf('termNote', 'geographicalUsage', plain),
    group('termNoteGrp', leaf('termNote', 'geographicalUsage', plain), note),
  )
  const others = some(
    context,
    history,
    source,
    group('adminGrp', source, note),
    customer,
    project,
    note,
    reference,
    external('externalCrossReference'),
  )
  const marked = fc.tuple(word, highlighted).map(([text, hi]) => [text, hi] as Content)
  return fc.tuple(word, fc.option(marked), termNotes, others).map(([text, content, termNotes, others]) => {
    const nodes = [...termNotes, ...others]
    return content ? { text: textOf(content), content, nodes } : { text, nodes }
  })
}

function textOf(content: Content): string {
  const text = content.map((part) => (typeof part === 'string' ? part : textOf(part.content))).join('')
  return text.replaceAll(/\s+/g, ' ').trim()
}

/** The person that the history points to. */
export const backMatter = [
  {
    name: 'refObjectSec',
    attributes: { type: 'respPerson' },
    content: [
      {
        name: 'refObject',
        attributes: { id: 'person1' },
        content: [{ name: 'item', attributes: { type: 'fn' }, content: ['Li Hua'] }],
      },
    ],
  },
]
