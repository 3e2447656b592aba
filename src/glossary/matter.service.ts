import { Injectable } from '@nestjs/common'
import { isDeepStrictEqual } from 'node:util'
import type { Db } from '../database/database.js'
import type { GlossaryHeader, Markup } from '../formats/index.js'
import { Resource, Termbase } from './termbase.entity.js'

/** What stands in a file before and after its entries. */
export interface Matter {
  header: GlossaryHeader | null
  backMatter: Markup[]
}

/** The header and the back matter of a termbase: of no concept, but concepts refer to it. */
@Injectable()
export class MatterService {
  async of(db: Db, termbaseId: string): Promise<Matter> {
    const termbase = await db.findOneByOrFail(Termbase, { id: termbaseId })
    const resources = await db.find(Resource, { where: { termbaseId }, order: { position: 'ASC' } })
    return { header: termbase.header, backMatter: resources.map(({ content }) => content) }
  }

  /** The first file's header stays; objects that are not known yet come to those of their kind. */
  async add(db: Db, termbaseId: string, { header, backMatter }: Matter): Promise<void> {
    const known = await this.of(db, termbaseId)
    if (!known.header && header) await db.update(Termbase, termbaseId, { header: header as never })
    const sections = mergedBackMatter(known.backMatter, backMatter)
    if (!isDeepStrictEqual(sections, known.backMatter)) await this.replace(db, termbaseId, sections)
  }

  /** As it was before `add`. */
  async restore(db: Db, termbaseId: string, { header, backMatter }: Matter): Promise<void> {
    await db.update(Termbase, termbaseId, { header: header as never })
    await this.replace(db, termbaseId, backMatter)
  }

  private async replace(db: Db, termbaseId: string, sections: Markup[]): Promise<void> {
    await db.delete(Resource, { termbaseId })
    const rows = sections.map((content, position) => ({ termbaseId, position, kind: kindOf(content), content }))
    if (rows.length > 0) await db.insert(Resource, rows as never)
  }
}

/** Sections of a kind are one; an object that is there already is not repeated. */
export function mergedBackMatter(known: Markup[], more: Markup[]): Markup[] {
  const sections = [...known]
  for (const section of more) {
    const index = sections.findIndex((one) => one.name === section.name && kindOf(one) === kindOf(section))
    const same = sections[index]
    if (!same) sections.push(section)
    else {
      const missing = section.content.filter((part) => !same.content.some((one) => isDeepStrictEqual(one, part)))
      if (missing.length > 0) sections[index] = { ...same, content: [...same.content, ...missing] }
    }
  }
  return sections
}

function kindOf({ attributes }: Markup): string | null {
  return attributes['type'] ?? null
}
