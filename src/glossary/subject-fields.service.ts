import { Injectable } from '@nestjs/common'
import { AuditService } from '../auth/audit.service.js'
import type { Actor } from '../auth/roles.js'
import { Database, type Db } from '../database/database.js'
import { DomainError } from '../shared/errors.js'
import { changeTogether } from './change-together.js'
import { ConceptBatchesService } from './concept-batches.service.js'
import { SubjectField } from './subject-field.entity.js'
import { TermbasesService } from './termbases.service.js'

export interface SubjectFieldNode {
  id: string
  parentId: string | null
  name: string
  position: number
  /** Concepts that name it; those of the nodes below are not counted. */
  concepts: number
}

export interface SubjectTree {
  /** Parents before children, each in its place. */
  items: SubjectFieldNode[]
  /** Fields that concepts name and the tree does not have. */
  outside: { name: string; concepts: number }[]
}

export interface SubjectFieldWish {
  name?: string
  parentId?: string | null
  position?: number
}

export interface NewSubjectField extends SubjectFieldWish {
  name: string
  /** Its branches, parents before children, each with the name of the one it stands below. */
  below?: { name: string; parent: string }[]
}

const MOST = 5000
const DEEPEST = 12

/** The tree of subject fields of a termbase. Concepts name a field by its words, as files do, so renaming one changes them. */
@Injectable()
export class SubjectFieldsService {
  constructor(
    private readonly database: Database,
    private readonly termbases: TermbasesService,
    private readonly batches: ConceptBatchesService,
    private readonly audit: AuditService,
  ) {}

  async tree(termbaseId: string, db: Db = this.database.db): Promise<SubjectTree> {
    await this.termbases.require(termbaseId, db)
    const items: SubjectFieldNode[] = await db.query(
      `WITH RECURSIVE tree AS (
         SELECT f.*, ARRAY[lpad(position::text, 9, '0'), id::text] AS place FROM subject_fields f WHERE termbase_id = $1 AND parent_id IS NULL
         UNION ALL
         SELECT f.*, t.place || ARRAY[lpad(f.position::text, 9, '0'), f.id::text] FROM subject_fields f JOIN tree t ON f.parent_id = t.id
       ), named AS (${NAMED})
       SELECT t.id, t.parent_id AS "parentId", t.name, t.position, coalesce(n.concepts, 0) AS concepts
       FROM tree t LEFT JOIN named n ON n.name = t.name ORDER BY t.place`,
      [termbaseId],
    )
    const outside: SubjectTree['outside'] = await db.query(
      `WITH named AS (${NAMED}) SELECT n.name, n.concepts FROM named n
       WHERE NOT EXISTS (SELECT 1 FROM subject_fields f WHERE f.termbase_id = $1 AND f.name = n.name)
       ORDER BY n.concepts DESC, n.name LIMIT 500`,
      [termbaseId],
    )
    return { items, outside }
  }

  /** A field, and the branches that come with it: a branch that was removed comes back this way. */
  async add(actor: Actor, termbaseId: string, wish: NewSubjectField): Promise<SubjectTree> {
    return this.changing(termbaseId, async (db) => {
      const known = await this.nodes(db, termbaseId)
      const parentId = wish.parentId ?? null
      const node = await this.insert(db, termbaseId, { name: wish.name, parentId, position: MOST }, known)
      await this.place(db, termbaseId, node.id, parentId, wish.position)
      const added = [node]
      for (const { name, parent } of wish.below ?? []) {
        const above = added.find((one) => one.name === cleanName(parent))
        if (!above) throw noneAbove(name, parent)
        const position = added.filter((one) => one.parentId === above.id).length
        added.push(await this.insert(db, termbaseId, { name, parentId: above.id, position }, known))
      }
      const { name } = node
      await this.record(db, actor, node.id, 'add-subject-field', { name, parentId, below: added.length - 1 })
    })
  }

  /** Fields that concepts name already come into the tree, at the top of it. */
  async adopt(actor: Actor, termbaseId: string): Promise<SubjectTree> {
    return this.changing(termbaseId, async (db) => {
      const { items, outside } = await this.tree(termbaseId, db)
      const roots = items.filter(({ parentId }) => parentId === null).length
      const names = outside.map(({ name }) => name).filter((name) => name.length <= 200)
      await db.query(
        `INSERT INTO subject_fields (termbase_id, name, position)
         SELECT $1, name, $3 + place FROM unnest($2::text[]) WITH ORDINALITY AS n (name, place)`,
        [termbaseId, names, roots],
      )
      await this.record(db, actor, termbaseId, 'adopt-subject-fields', { names: names.length })
    })
  }

  /** Another name, another parent, another place. Concepts that name it follow, and can be taken back as a batch. */
  async change(actor: Actor, termbaseId: string, id: string, wish: SubjectFieldWish): Promise<SubjectTree> {
    return this.changing(termbaseId, async (db) => {
      const known = await this.nodes(db, termbaseId)
      const node = known.find((one) => one.id === id)
      if (!node) throw noField(id)
      if (wish.name !== undefined) await this.rename(db, actor, node, cleanName(wish.name), known)
      if (wish.parentId !== undefined || wish.position !== undefined) {
        const parentId = wish.parentId === undefined ? node.parentId : wish.parentId
        refuseWrongParent(known, id, parentId)
        await db.update(SubjectField, id, { parentId })
        await this.place(db, termbaseId, id, parentId, wish.position)
      }
      await this.record(db, actor, id, 'change-subject-field', { ...wish, was: node.name })
    })
  }

  /** With all below it. Concepts keep what they name: it then stands outside the tree. */
  async remove(actor: Actor, termbaseId: string, id: string): Promise<SubjectTree> {
    return this.changing(termbaseId, async (db) => {
      const node = (await this.nodes(db, termbaseId)).find((one) => one.id === id)
      if (!node) throw noField(id)
      await db.delete(SubjectField, id)
      await this.record(db, actor, id, 'remove-subject-field', { name: node.name })
    })
  }

  private async changing(termbaseId: string, change: (db: Db) => Promise<void>): Promise<SubjectTree> {
    return this.database.inTransaction(async (db) => {
      await this.termbases.holdFor(db, termbaseId)
      await this.termbases.require(termbaseId, db)
      await change(db)
      return this.tree(termbaseId, db)
    })
  }

  private nodes(db: Db, termbaseId: string): Promise<SubjectField[]> {
    return db.find(SubjectField, { where: { termbaseId }, order: { position: 'ASC', id: 'ASC' } })
  }

  /** `known` knows it afterwards. */
  private async insert(
    db: Db,
    termbaseId: string,
    wish: { name: string; parentId: string | null; position: number },
    known: SubjectField[],
  ): Promise<SubjectField> {
    if (known.length >= MOST)
      throw new DomainError('too-large', `A termbase has at most ${MOST} subject fields.`, {
        remedy: 'Remove some that no concept names.',
      })
    const name = cleanName(wish.name)
    refuseTakenName(known, name)
    refuseWrongParent(known, null, wish.parentId)
    const node = await db.save(SubjectField, db.create(SubjectField, { ...wish, termbaseId, name }))
    known.push(node)
    return node
  }

  private async rename(db: Db, actor: Actor, node: SubjectField, name: string, known: SubjectField[]): Promise<void> {
    if (name === node.name) return
    refuseTakenName(
      known.filter(({ id }) => id !== node.id),
      name,
    )
    await db.update(SubjectField, node.id, { name })
    const { termbaseId } = node
    const rows: { id: string }[] = await db.query(
      `SELECT id FROM concepts WHERE termbase_id = $1 AND subject_field = $2`,
      [termbaseId, node.name],
    )
    const concepts = rows.map(({ id }) => id)
    if (concepts.length === 0) return
    await changeTogether(db, actor, concepts, { subjectField: name }, 'rename-subject-field')
    const details = { from: node.name, to: name }
    await this.batches.keep(db, actor, { termbaseId, kind: 'rename-subject-field', details, concepts })
  }

  /** At this place among its siblings; unsaid, the last. */
  private async place(db: Db, termbaseId: string, id: string, parentId: string | null, position = MOST): Promise<void> {
    const siblings = (await this.nodes(db, termbaseId)).filter((one) => one.parentId === parentId && one.id !== id)
    const order = siblings.map((one) => one.id).toSpliced(Math.max(0, position), 0, id)
    await db.query(
      `UPDATE subject_fields f SET position = n.place - 1 FROM unnest($1::uuid[]) WITH ORDINALITY AS n (id, place) WHERE f.id = n.id`,
      [order],
    )
  }

  private record(db: Db, actor: Actor, id: string, action: string, details: Record<string, unknown>): Promise<void> {
    return this.audit.record(db, actor, { action, subjectKind: 'subject-field', subjectId: id, details })
  }
}

/** How often concepts of the termbase $1 name each field. */
const NAMED = `SELECT subject_field AS name, count(*)::integer AS concepts FROM concepts
  WHERE termbase_id = $1 AND subject_field IS NOT NULL AND status <> 'retired' GROUP BY 1`

function cleanName(name: string): string {
  const clean = name.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  if (clean.length > 0 && clean.length <= 200 && clean !== '-') return clean
  throw new DomainError('invalid-input', 'This is no name for a subject field.', {
    remedy: 'Write 1 to 200 characters.',
    fields: { name: ['must have 1 to 200 characters'] },
  })
}

function refuseTakenName(known: SubjectField[], name: string): void {
  if (known.some((one) => one.name.toLowerCase() === name.toLowerCase()))
    throw new DomainError('conflict', `There is a subject field "${name}" already.`, {
      remedy: 'Move that one, or choose another name.',
      fields: { name: ['is taken'] },
    })
}

/** A node may stand neither under itself nor under one of those below it. */
function refuseWrongParent(known: SubjectField[], id: string | null, parentId: string | null): void {
  const byId = new Map(known.map((node) => [node.id, node]))
  const fields = { parentId: ['must be another subject field of this termbase'] }
  let depth = 0
  for (let above = parentId; above !== null; above = byId.get(above)!.parentId) {
    if (!byId.has(above)) throw new DomainError('invalid-input', `There is no subject field ${above}.`, { fields })
    if (above === id)
      throw new DomainError('invalid-input', 'A subject field cannot stand below itself.', {
        remedy: 'Choose a parent that is not one of its own branches.',
        fields,
      })
    if (++depth >= DEEPEST)
      throw new DomainError('invalid-input', `The tree is at most ${DEEPEST} levels deep.`, { fields })
  }
}

function noneAbove(name: string, parent: string): DomainError {
  return new DomainError('invalid-input', `"${name}" is to stand below "${parent}", which is not added before it.`, {
    remedy: 'Name the new field itself or one of its branches, and list parents before children.',
    fields: { below: ['must list parents before children'] },
  })
}

function noField(id: string): DomainError {
  return new DomainError('not-found', `There is no subject field ${id} in this termbase.`, {
    remedy: 'Reload the tree.',
  })
}
