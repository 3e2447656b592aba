import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What editors need to work on concepts in number: the tree of subject fields, changes of many concepts that can be taken
 * back as a whole, and, of a concept that was merged into another, which one stands for it now.
 */
export class WorkOnConcepts1764000005100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE concepts ADD replaced_by uuid,
      ADD CONSTRAINT fk_concepts_replaced_by FOREIGN KEY (replaced_by) REFERENCES concepts (id) ON DELETE SET NULL`)
    await db.query(`CREATE INDEX ix_concepts_replaced_by ON concepts (replaced_by) WHERE replaced_by IS NOT NULL`)
    await db.query(`CREATE INDEX ix_concepts_updated ON concepts (termbase_id, updated_at DESC, number DESC)`)
    await db.query(`
      CREATE TABLE subject_fields (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        termbase_id uuid NOT NULL,
        parent_id uuid,
        name text NOT NULL,
        position integer NOT NULL,
        CONSTRAINT pk_subject_fields PRIMARY KEY (id),
        CONSTRAINT uq_subject_fields_name UNIQUE (termbase_id, name),
        CONSTRAINT fk_subject_fields_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE,
        CONSTRAINT fk_subject_fields_parent FOREIGN KEY (parent_id) REFERENCES subject_fields (id) ON DELETE CASCADE,
        CONSTRAINT ck_subject_fields_name CHECK (length(btrim(name)) BETWEEN 1 AND 200)
      )`)
    await db.query(`CREATE INDEX ix_subject_fields_parent ON subject_fields (parent_id)`)
    await db.query(`
      CREATE TABLE concept_batches (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        termbase_id uuid NOT NULL,
        kind text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        author_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        undone_at timestamptz,
        undone_by uuid,
        CONSTRAINT pk_concept_batches PRIMARY KEY (id),
        CONSTRAINT fk_concept_batches_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE,
        CONSTRAINT fk_concept_batches_author FOREIGN KEY (author_id) REFERENCES users (id),
        CONSTRAINT fk_concept_batches_undone_by FOREIGN KEY (undone_by) REFERENCES users (id),
        CONSTRAINT ck_concept_batches_kind CHECK (kind IN ('edit', 'merge', 'rename-subject-field')),
        CONSTRAINT ck_concept_batches_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL))
      )`)
    await db.query(`CREATE INDEX ix_concept_batches_termbase ON concept_batches (termbase_id, at DESC)`)
    await db.query(`
      CREATE TABLE concept_batch_items (
        batch_id uuid NOT NULL,
        concept_id uuid NOT NULL,
        version integer NOT NULL,
        CONSTRAINT pk_concept_batch_items PRIMARY KEY (batch_id, concept_id),
        CONSTRAINT fk_concept_batch_items_batch FOREIGN KEY (batch_id) REFERENCES concept_batches (id) ON DELETE CASCADE,
        CONSTRAINT fk_concept_batch_items_concept FOREIGN KEY (concept_id) REFERENCES concepts (id) ON DELETE CASCADE
      )`)
    await db.query(`CREATE INDEX ix_concept_batch_items_concept ON concept_batch_items (concept_id)`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['concept_batch_items', 'concept_batches', 'subject_fields'])
      await db.query(`DROP TABLE ${table}`)
    await db.query(`DROP INDEX ix_concepts_updated`)
    await db.query(`ALTER TABLE concepts DROP replaced_by`)
  }
}
