import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Termbases and the three levels of ISO 30042: concept, language section, term, with every version a concept ever had.
 */
export class CreateTermbases1764000002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE termbases (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        description text NOT NULL DEFAULT '',
        source_language text NOT NULL,
        target_language text NOT NULL,
        visibility text NOT NULL DEFAULT 'private',
        version integer NOT NULL DEFAULT 1,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_termbases PRIMARY KEY (id),
        CONSTRAINT uq_termbases_name UNIQUE (name),
        CONSTRAINT fk_termbases_created_by FOREIGN KEY (created_by) REFERENCES users (id),
        CONSTRAINT ck_termbases_name CHECK (length(btrim(name)) BETWEEN 1 AND 200),
        CONSTRAINT ck_termbases_languages CHECK (source_language <> target_language),
        CONSTRAINT ck_termbases_visibility CHECK (visibility IN ('private', 'public'))
      )`)
    await db.query(`
      CREATE TABLE concepts (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        termbase_id uuid NOT NULL,
        number bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        external_id text,
        status text NOT NULL DEFAULT 'draft',
        subject_field text,
        definition text,
        definition_source text,
        note text,
        version integer NOT NULL DEFAULT 1,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_by uuid NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_concepts PRIMARY KEY (id),
        CONSTRAINT uq_concepts_external_id UNIQUE (termbase_id, external_id),
        CONSTRAINT fk_concepts_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE,
        CONSTRAINT fk_concepts_created_by FOREIGN KEY (created_by) REFERENCES users (id),
        CONSTRAINT fk_concepts_updated_by FOREIGN KEY (updated_by) REFERENCES users (id),
        CONSTRAINT ck_concepts_status CHECK (status IN ('draft', 'approved', 'retired'))
      )`)
    await db.query(`CREATE INDEX ix_concepts_termbase ON concepts (termbase_id, status, number)`)
    await db.query(`
      CREATE TABLE language_sections (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        concept_id uuid NOT NULL,
        language text NOT NULL,
        position integer NOT NULL,
        definition text,
        definition_source text,
        note text,
        CONSTRAINT pk_language_sections PRIMARY KEY (id),
        CONSTRAINT uq_language_sections_language UNIQUE (concept_id, language),
        CONSTRAINT fk_language_sections_concept FOREIGN KEY (concept_id) REFERENCES concepts (id) ON DELETE CASCADE
      )`)
    await db.query(`
      CREATE TABLE terms (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        language_section_id uuid NOT NULL,
        position integer NOT NULL,
        text text NOT NULL,
        key text NOT NULL,
        grams text[] NOT NULL,
        administrative_status text NOT NULL DEFAULT 'admittedTerm-admn-sts',
        part_of_speech text,
        term_type text,
        grammatical_gender text,
        geographical_usage text,
        term_location text,
        note text,
        source text,
        context text,
        context_source text,
        case_sensitive boolean NOT NULL DEFAULT false,
        candidate_id uuid,
        CONSTRAINT pk_terms PRIMARY KEY (id),
        CONSTRAINT uq_terms_text UNIQUE (language_section_id, text),
        CONSTRAINT fk_terms_language_section FOREIGN KEY (language_section_id) REFERENCES language_sections (id) ON DELETE CASCADE,
        CONSTRAINT ck_terms_text CHECK (length(btrim(text)) BETWEEN 1 AND 2000),
        CONSTRAINT ck_terms_administrative_status CHECK (administrative_status IN
          ('preferredTerm-admn-sts', 'admittedTerm-admn-sts', 'deprecatedTerm-admn-sts', 'supersededTerm-admn-sts'))
      )`)
    await db.query(`CREATE INDEX ix_terms_key ON terms (key)`)
    await db.query(`CREATE INDEX ix_terms_grams ON terms USING gin (grams)`)
    await db.query(`
      CREATE TABLE concept_versions (
        concept_id uuid NOT NULL,
        version integer NOT NULL,
        snapshot jsonb NOT NULL,
        author_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT now(),
        cause text NOT NULL,
        CONSTRAINT pk_concept_versions PRIMARY KEY (concept_id, version),
        CONSTRAINT fk_concept_versions_concept FOREIGN KEY (concept_id) REFERENCES concepts (id) ON DELETE CASCADE,
        CONSTRAINT fk_concept_versions_author FOREIGN KEY (author_id) REFERENCES users (id)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['concept_versions', 'terms', 'language_sections', 'concepts', 'termbases'])
      await db.query(`DROP TABLE ${table}`)
  }
}
