import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Documents with the file as it came (two, when each language has its own), and their aligned sentences. Offsets are
 * UTF-16 code units of the document's text of that side. How far a document is, is said by its job alone.
 */
export class CreateDocuments1764000002100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE documents (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        termbase_id uuid NOT NULL,
        name text NOT NULL,
        content_hash text NOT NULL,
        original bytea NOT NULL,
        target_name text,
        target_original bytea,
        aligned boolean NOT NULL DEFAULT false,
        size_bytes integer NOT NULL,
        encoding text NOT NULL DEFAULT 'utf-8',
        source_language text NOT NULL,
        target_language text NOT NULL,
        source_text text,
        target_text text,
        cleaning jsonb NOT NULL DEFAULT '[]',
        warnings jsonb NOT NULL DEFAULT '[]',
        pair_count integer NOT NULL DEFAULT 0,
        job_id uuid,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_documents PRIMARY KEY (id),
        CONSTRAINT uq_documents_content UNIQUE (termbase_id, content_hash),
        CONSTRAINT fk_documents_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE,
        CONSTRAINT fk_documents_job FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE SET NULL,
        CONSTRAINT fk_documents_created_by FOREIGN KEY (created_by) REFERENCES users (id),
        CONSTRAINT ck_documents_name CHECK (length(btrim(name)) BETWEEN 1 AND 500),
        CONSTRAINT ck_documents_target CHECK ((target_name IS NULL) = (target_original IS NULL))
      )`)
    await db.query(`
      CREATE TABLE sentence_pairs (
        id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        document_id uuid NOT NULL,
        position integer NOT NULL,
        source_text text,
        source_start integer,
        source_line integer,
        target_text text,
        target_start integer,
        target_line integer,
        score real NOT NULL,
        CONSTRAINT pk_sentence_pairs PRIMARY KEY (id),
        CONSTRAINT uq_sentence_pairs_position UNIQUE (document_id, position),
        CONSTRAINT fk_sentence_pairs_document FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE,
        CONSTRAINT ck_sentence_pairs_side CHECK (num_nonnulls(source_text, target_text) >= 1),
        CONSTRAINT ck_sentence_pairs_score CHECK (score BETWEEN 0 AND 1)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['sentence_pairs', 'documents']) await db.query(`DROP TABLE ${table}`)
  }
}
