import { Injectable } from '@nestjs/common'
import type { Actor } from '../auth/roles.js'
import { Database } from '../database/database.js'
import { TermbasesService } from '../glossary/termbases.service.js'
import { DomainError } from '../shared/errors.js'
import { SavedView } from './candidate.entity.js'

export interface NewView {
  name: string
  /** What stands in the address of the screen, without the question mark. */
  query: string
  shared: boolean
}

export interface ViewRecord extends NewView {
  id: string
  owner: { id: string; name: string }
  createdAt: Date
}

/** Parts of the queue that people come back to: their own, and those that others share. */
@Injectable()
export class SavedViewsService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
  ) {}

  async list(actor: Actor, termbaseId: string): Promise<ViewRecord[]> {
    await this.termbases.require(termbaseId)
    return this.database.db.query(
      `SELECT v.id, v.name, v.query, v.shared, v.created_at AS "createdAt", json_build_object('id', u.id, 'name', u.name) AS owner
       FROM saved_views v JOIN users u ON u.id = v.owner_id
       WHERE v.termbase_id = $1 AND (v.shared OR v.owner_id = $2) ORDER BY v.owner_id <> $2, lower(v.name), v.id`,
      [termbaseId, actor.id],
    )
  }

  /** The same name again replaces what it stood for. */
  async save(actor: Actor, termbaseId: string, { name, query, shared }: NewView): Promise<ViewRecord> {
    await this.termbases.require(termbaseId)
    await this.database.db.upsert(
      SavedView,
      { termbaseId, ownerId: actor.id, name: name.trim(), query, shared },
      { conflictPaths: ['termbaseId', 'ownerId', 'name'] },
    )
    const views = await this.list(actor, termbaseId)
    return views.find((view) => view.owner.id === actor.id && view.name === name.trim())!
  }

  async remove(actor: Actor, termbaseId: string, id: string): Promise<void> {
    const { affected } = await this.database.db.delete(SavedView, { id, termbaseId, ownerId: actor.id })
    if (!affected)
      throw new DomainError('not-found', 'You have no such view in this termbase.', {
        remedy: 'Only the person who saved a view can delete it.',
      })
  }
}
