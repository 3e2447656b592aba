import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Sentence alignments can be corrected by hand. Each edit keeps the rows and the evidence that it replaced, so that it can be taken
 * back. Positions are checked when a statement ends, because all rows behind an edit move at once.
 */
export class AlignByHand1764000005200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE sentence_pairs DROP CONSTRAINT uq_sentence_pairs_position,
        ADD CONSTRAINT uq_sentence_pairs_position UNIQUE (document_id, position) DEFERRABLE INITIALLY IMMEDIATE,
        ADD aligned_by uuid,
        ADD CONSTRAINT fk_sentence_pairs_aligned_by FOREIGN KEY (aligned_by) REFERENCES users (id)`)
    await db.query(`ALTER TABLE documents ADD alignment_version integer NOT NULL DEFAULT 0`)
    await db.query(`
      CREATE TABLE alignment_edits (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        document_id uuid NOT NULL,
        version integer NOT NULL,
        kind text NOT NULL,
        position integer NOT NULL,
        row_count integer NOT NULL,
        before jsonb NOT NULL,
        author_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        undone_at timestamptz,
        undone_by uuid,
        CONSTRAINT pk_alignment_edits PRIMARY KEY (id),
        CONSTRAINT uq_alignment_edits_version UNIQUE (document_id, version),
        CONSTRAINT fk_alignment_edits_document FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
        CONSTRAINT fk_alignment_edits_author FOREIGN KEY (author_id) REFERENCES users (id),
        CONSTRAINT fk_alignment_edits_undone_by FOREIGN KEY (undone_by) REFERENCES users (id),
        CONSTRAINT ck_alignment_edits_kind CHECK (kind IN ('merge', 'split', 'shift')),
        CONSTRAINT ck_alignment_edits_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL))
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE alignment_edits`)
    await db.query(`ALTER TABLE documents DROP alignment_version`)
    await db.query(`
      ALTER TABLE sentence_pairs DROP aligned_by, DROP CONSTRAINT uq_sentence_pairs_position,
        ADD CONSTRAINT uq_sentence_pairs_position UNIQUE (document_id, position)`)
  }
}
