import type { MigrationInterface, QueryRunner } from 'typeorm'

/** An import is a changeset: the file until it is read, its entries with what the dry run found, and what was written. */
export class CreateImports1764000004200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE imports (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        termbase_id uuid NOT NULL,
        file_name text NOT NULL,
        size_bytes bigint NOT NULL,
        options jsonb NOT NULL,
        rules jsonb NOT NULL DEFAULT '{"conflicts": "ask", "duplicates": "ask"}',
        state text NOT NULL DEFAULT 'reading',
        format text,
        header jsonb,
        back_matter jsonb NOT NULL DEFAULT '[]',
        languages text[] NOT NULL DEFAULT '{}',
        renamed_languages jsonb NOT NULL DEFAULT '[]',
        warnings jsonb NOT NULL DEFAULT '[]',
        problem jsonb,
        job_id uuid,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        matter_before jsonb,
        result jsonb,
        applied_by uuid,
        applied_at timestamptz,
        undone_by uuid,
        undone_at timestamptz,
        CONSTRAINT pk_imports PRIMARY KEY (id),
        CONSTRAINT fk_imports_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE,
        CONSTRAINT fk_imports_created_by FOREIGN KEY (created_by) REFERENCES users (id),
        CONSTRAINT fk_imports_applied_by FOREIGN KEY (applied_by) REFERENCES users (id),
        CONSTRAINT fk_imports_undone_by FOREIGN KEY (undone_by) REFERENCES users (id),
        CONSTRAINT ck_imports_state CHECK (state IN ('reading', 'ready', 'applying', 'applied', 'undone', 'failed', 'cancelled'))
      )`)
    await db.query(`CREATE INDEX ix_imports_termbase ON imports (termbase_id, created_at)`)
    await db.query(`
      CREATE TABLE import_file_parts (
        import_id uuid NOT NULL,
        position integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_import_file_parts PRIMARY KEY (import_id, position),
        CONSTRAINT fk_import_file_parts_import FOREIGN KEY (import_id) REFERENCES imports (id) ON DELETE CASCADE
      )`)
    await db.query(`ALTER TABLE import_file_parts ALTER bytes SET STORAGE EXTERNAL`)
    await db.query(`
      CREATE TABLE import_entries (
        import_id uuid NOT NULL,
        position integer NOT NULL,
        line integer,
        external_id text,
        label text NOT NULL,
        draft json NOT NULL,
        keys text[] NOT NULL,
        verdict text NOT NULL,
        matched_by text,
        concept_id uuid,
        base_version integer,
        changes json,
        offers json,
        problem text,
        decision jsonb,
        written_concept uuid,
        written_version integer,
        CONSTRAINT pk_import_entries PRIMARY KEY (import_id, position),
        CONSTRAINT fk_import_entries_import FOREIGN KEY (import_id) REFERENCES imports (id) ON DELETE CASCADE,
        CONSTRAINT ck_import_entries_verdict CHECK (verdict IN ('new', 'same', 'changed', 'conflict', 'duplicate', 'refused'))
      )`)
    // The newest version says what the concept says; an import leaves it out until there is a newer one.
    await db.query(`ALTER TABLE concept_versions ALTER snapshot DROP NOT NULL`)
    await db.query(`CREATE INDEX ix_import_entries_verdict ON import_entries (import_id, verdict, position)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM concept_versions WHERE snapshot IS NULL`)
    await db.query(`ALTER TABLE concept_versions ALTER snapshot SET NOT NULL`)
    for (const table of ['import_entries', 'import_file_parts', 'imports']) await db.query(`DROP TABLE ${table}`)
  }
}
