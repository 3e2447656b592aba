import { Injectable } from '@nestjs/common'
import type { Actor } from '../auth/roles.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { type LookupAnswer, LookupService } from '../lookup/lookup.service.js'
import { ReleaseConceptsService } from '../releases/release-concepts.service.js'
import type { ConceptRecord } from '../releases/release-content.js'
import { type ReleaseNumber, releaseNumber } from '../releases/release-number.js'
import { type ReleaseSummary, ReleasesService } from '../releases/releases.service.js'
import { DomainError } from '../shared/errors.js'
import { type LanguageTag, primaryLanguage } from '../shared/language-tag.js'
import { Addresses, type ListPlace } from './addresses.js'
import { Lost } from './lost.js'
import type { ShownConcept } from './pages/concept-page.js'
import { type List, rowsOfPage } from './pages/list-page.js'
import { type ListedConcept, preferredOf } from './pages/terms.js'
import { referencesOf } from './references.js'
import { type Catalogue, ShelvesService } from './shelves.service.js'
import { languagesInOrder, type OpenedGlossary } from './visit.js'
import type { SiteLanguage } from './words.js'

const mostResults = 50

/** Longer than any term; what is longer is cut. */
const longestSearch = 500

/** Gathers what each page of the site shows. */
@Injectable()
export class SiteService {
  constructor(
    private readonly termbases: TermbasesService,
    private readonly releases: ReleasesService,
    private readonly concepts: ReleaseConceptsService,
    private readonly lookups: LookupService,
    private readonly shelves: ShelvesService,
  ) {}

  /** The newest releases of all that one may read. */
  async glossaries(actor: Actor | null, chosen: SiteLanguage | null): Promise<OpenedGlossary[]> {
    const releases = await this.releases.newestReadable(actor)
    return Promise.all(releases.map((release) => this.opened(release, { isPinned: false, chosen })))
  }

  /** The glossary that an address names, if the visitor may read it. */
  async open(
    actor: Actor | null,
    termbaseId: string,
    release: string,
    chosen: SiteLanguage | null,
  ): Promise<OpenedGlossary> {
    if (!isUuid(termbaseId)) throw new Lost({ what: 'page' })
    await this.releases.requireReadable(actor, termbaseId)
    const number = numberOf(release)
    const found = await this.release(termbaseId, number, chosen)
    return this.opened(found, { isPinned: number !== 'latest', chosen })
  }

  catalogue({ release }: OpenedGlossary): Promise<Catalogue[] | null> {
    return this.shelves.catalogue(release)
  }

  /** A page of headwords; null as long as they are still being sorted. */
  async list(glossary: OpenedGlossary, place: Required<ListPlace>): Promise<List | null> {
    const catalogues = await this.catalogue(glossary)
    if (!catalogues) return null
    const shelf = catalogues
      .find(({ language, ordering }) => language === place.language && ordering === place.ordering)
      ?.headings.find(({ heading }) => heading === place.heading)
    if (!shelf || place.page > Math.ceil(shelf.count / rowsOfPage)) throw new Lost({ what: 'page' }, glossary)
    const from = (place.page - 1) * rowsOfPage
    const placed = await this.shelves.placedUnder(glossary.release.id, place, { from, limit: rowsOfPage })
    const concepts = await this.concepts.at(
      glossary.release,
      placed.map(({ entry }) => entry),
    )
    const rows = placed.map(({ entry, term }) => ({ concept: concepts.get(entry)!, language: place.language, term }))
    return { place, shelf, catalogues, rows }
  }

  /** What is, begins with, or is like a text, in all languages of the glossary. */
  async search(
    actor: Actor | null,
    glossary: OpenedGlossary,
    asked: string,
  ): Promise<{ text: string; rows: ListedConcept[]; isCut: boolean }> {
    const text = Array.from(asked.trim()).slice(0, longestSearch).join('')
    if (!text) return { text, rows: [], isCut: false }
    const { termbaseId, release, isPinned, languages } = glossary
    const answers: LookupAnswer[] = []
    for (const { source, target } of pairsOf(languages)) {
      const scope = { source, target, termbase: termbaseId, release: isPinned ? release.number : ('latest' as const) }
      answers.push(...(await this.lookups.lookup(actor, scope, text, { mode: 'fuzzy', limit: mostResults })))
    }
    const best = bestOfEach(answers)
    const found = await this.concepts.numbered(
      release,
      best.slice(0, mostResults).map(({ number }) => number),
    )
    const byNumber = new Map(found.map((concept) => [Number(concept.number), concept]))
    const rows = best.flatMap((answer) => listed(byNumber.get(Number(answer.number)), answer))
    return { text, rows, isCut: best.length >= mostResults }
  }

  async concept(glossary: OpenedGlossary, number: number): Promise<ShownConcept> {
    const { release, termbaseId } = glossary
    const [concept] = await this.concepts.numbered(release, [number])
    const releases = await this.concepts.releasesWith(termbaseId, number)
    if (!concept) throw new Lost({ what: 'concept', number, releases }, glossary)
    const { concepts, outside } = referencesOf(concept)
    return { concept, related: await this.related(glossary, concepts), outside, releases }
  }

  private async related(glossary: OpenedGlossary, references: { target: string; text: string }[]) {
    const { release, languages } = glossary
    const named = await this.concepts.named(
      release,
      references.map(({ target }) => target),
    )
    const numbers = references.flatMap(({ target }) => (named.has(target) ? [] : (ownNumber(target) ?? [])))
    const numbered = await this.concepts.numbered(release, numbers)
    return references.map(({ target, text }) => {
      const concept = named.get(target) ?? numbered.find((one) => Number(one.number) === ownNumber(target))
      return {
        text: (concept && nameOf(concept, languages)) || text || target,
        number: concept ? concept.number : null,
      }
    })
  }

  private async release(
    termbaseId: string,
    number: ReleaseNumber,
    chosen: SiteLanguage | null,
  ): Promise<ReleaseSummary> {
    try {
      return await this.releases.get(termbaseId, number)
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'not-found') throw error
      if (number === 'latest') throw new Lost({ what: 'any release' })
      throw new Lost({ what: 'release', number, latest: new Addresses(termbaseId, 'latest', chosen).home })
    }
  }

  private async opened(
    release: ReleaseSummary,
    { isPinned, chosen }: { isPinned: boolean; chosen: SiteLanguage | null },
  ): Promise<OpenedGlossary> {
    const { name, description, visibility, sourceLanguage, targetLanguage } = await this.termbases.require(
      release.termbaseId,
    )
    return {
      termbaseId: release.termbaseId,
      name: isPinned ? (release.title ?? name) : name,
      description,
      release,
      isPinned,
      isPublic: visibility === 'public',
      languages: languagesInOrder(release.languages, [sourceLanguage, targetLanguage]),
      addresses: new Addresses(release.termbaseId, isPinned ? release.number : 'latest', chosen),
    }
  }
}

function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}

function numberOf(text: string): ReleaseNumber {
  if (!/^(latest|[1-9]\d{0,8})$/.test(text)) throw new Lost({ what: 'page' })
  return releaseNumber(text)
}

/** A concept made here is called so in files. */
function ownNumber(target: string): number | null {
  const number = /^c(\d{1,15})$/.exec(target)?.[1]
  return number === undefined ? null : Number(number)
}

/** A search asks for two languages at a time: each of the glossary's once, whatever its script and region. */
function pairsOf(languages: LanguageTag[]): { source: LanguageTag; target: LanguageTag }[] {
  const plain = [...new Set(languages.map(primaryLanguage))]
  const pairs: { source: LanguageTag; target: LanguageTag }[] = []
  for (let i = 0; i < plain.length; i += 2) pairs.push({ source: plain[i]!, target: plain[i + 1] ?? plain[0]! })
  return pairs
}

function bestOfEach(answers: LookupAnswer[]): LookupAnswer[] {
  const best = new Map<string, LookupAnswer>()
  for (const answer of answers.toSorted((a, b) => b.similarity - a.similarity))
    if (!best.has(answer.concept)) best.set(answer.concept, answer)
  return [...best.values()].slice(0, mostResults)
}

/** Listed under the term that was met. */
function listed(concept: ConceptRecord | undefined, { matched, source }: LookupAnswer): ListedConcept[] {
  if (!concept) return []
  const met = matched ?? source
  const section = concept.languages.find(({ language }) => language === met.language) ?? concept.languages[0]!
  const term = section.terms.findIndex(({ text }) => text === met.text)
  return [{ concept, language: section.language, term: Math.max(0, term) }]
}

function nameOf(concept: ConceptRecord, languages: LanguageTag[]): string {
  const sections = languages.flatMap((language) => concept.languages.find((one) => one.language === language) ?? [])
  const names = sections.flatMap(({ terms }) => preferredOf(terms)?.text ?? [])
  return names.slice(0, 2).join(' – ')
}
