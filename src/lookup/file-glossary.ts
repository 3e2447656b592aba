import { createReadStream, existsSync } from 'node:fs'
import path from 'node:path'
import { type ConceptEntry, fromConceptEntry, type PlainConcept, readGlossary } from '../formats/index.js'
import { type AdministrativeStatus, administrativeStatuses } from '../releases/release-content.js'
import { DomainError } from '../shared/errors.js'
import { primaryLanguage, type LanguageTag } from '../shared/language-tag.js'
import { type AskedGlossary, check, lookUp, recognize } from './answers.js'
import type { GlossaryConcept } from './glossary-concept.js'
import type { GlossaryDoor } from './glossary-door.js'
import { openConcepts } from './packed-release.js'
import { openIfIndex } from './release-files.js'

/** A glossary out of a file, to be asked without a server and without a database. */
export interface FileGlossary {
  door: GlossaryDoor
  /** Languages that terms are in: in the order that the file says, or else in which they first stand there. */
  languages: LanguageTag[]
}

/** An exported release in any glossary format that is read, or the index a server keeps of it. */
export async function openGlossaryFile(
  file: string,
  wanted: { source?: string; target?: string },
): Promise<FileGlossary> {
  if (!existsSync(file))
    throw new DomainError('not-found', `There is no file ${file}.`, {
      remedy: 'Name a release that was exported, such as glossary.tbx or glossary.jsonl.',
    })
  const origin = { termbase: path.basename(file), release: 1 }
  const index = await openIfIndex(file)
  if (index) return { door: doorTo({ origin, glossary: index }), languages: index.languages }
  const reading = await readGlossary(createReadStream(file), { file, ...wanted })
  const found = new Set((reading.header.languages ?? []).map(primaryLanguage))
  const glossary = await openConcepts(concepts(reading.entries, found))
  const languages = [...found].filter((language) => glossary.languages.includes(language))
  if (languages.length === 0)
    throw new DomainError('unreadable-file', `There is no term in ${file}.`, {
      remedy: 'Export the release again, or name another file.',
      place: { file },
    })
  return { door: doorTo({ origin, glossary }), languages }
}

function doorTo(glossary: AskedGlossary): GlossaryDoor {
  return {
    // oxlint-disable-next-line typescript/require-await -- doors answer later
    lookup: async (direction, text, options) => lookUp([glossary], direction, text, options),
    recognize: (direction, segments, overlap) => recognize([glossary], direction, segments, overlap),
    check: (direction, segments) => check([glossary], direction, segments),
  }
}

/** Notes the languages on the way. */
async function* concepts(
  entries: AsyncIterable<ConceptEntry>,
  found: Set<LanguageTag>,
): AsyncGenerator<GlossaryConcept> {
  let number = 0
  for await (const entry of entries) {
    const concept = glossaryConcept(fromConceptEntry(entry), ++number)
    for (const { language } of concept.languages) found.add(primaryLanguage(language))
    yield concept
  }
}

function glossaryConcept(plain: PlainConcept, number: number): GlossaryConcept {
  return {
    id: plain.id,
    number,
    subjectField: plain.subjectField,
    definition: plain.definition,
    languages: plain.languages.map(({ language, definition, terms }) => ({
      language,
      definition,
      terms: terms.map(({ administrativeStatus, ...term }) => ({
        ...term,
        administrativeStatus: statusOf(administrativeStatus),
      })),
    })),
  }
}

/** As in an import: a term that says nothing of its status, or no status that we know, is admitted. */
function statusOf(status: string | null | undefined): AdministrativeStatus {
  return administrativeStatuses.find((each) => each === status) ?? 'admittedTerm-admn-sts'
}
