import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Candidates under review, their evidence, and every decision that was ever made about them. */
export class CreateCandidates1764000002200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE candidates (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        termbase_id uuid NOT NULL,
        source text NOT NULL,
        target text NOT NULL,
        source_key text NOT NULL,
        target_key text NOT NULL,
        grams text[] NOT NULL,
        score real NOT NULL,
        kind text NOT NULL,
        frequency integer NOT NULL,
        reasons jsonb NOT NULL,
        explanation text NOT NULL,
        explanation_zh text NOT NULL,
        variants jsonb NOT NULL DEFAULT '[]',
        contained_in jsonb NOT NULL DEFAULT '[]',
        state text NOT NULL DEFAULT 'proposed',
        concept_id uuid,
        merged_into uuid,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_candidates PRIMARY KEY (id),
        CONSTRAINT uq_candidates_pair UNIQUE (termbase_id, source_key, target_key),
        CONSTRAINT fk_candidates_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE,
        CONSTRAINT fk_candidates_concept FOREIGN KEY (concept_id) REFERENCES concepts (id) ON DELETE SET NULL,
        CONSTRAINT fk_candidates_merged_into FOREIGN KEY (merged_into) REFERENCES candidates (id),
        CONSTRAINT ck_candidates_score CHECK (score BETWEEN 0 AND 1),
        CONSTRAINT ck_candidates_kind CHECK (kind IN ('term', 'name', 'abbreviation')),
        CONSTRAINT ck_candidates_state CHECK (state IN ('proposed', 'accepted', 'rejected', 'merged', 'skipped')),
        CONSTRAINT ck_candidates_merged CHECK ((state = 'merged') = (merged_into IS NOT NULL))
      )`)
    await db.query(`CREATE INDEX ix_candidates_queue ON candidates (termbase_id, state, score DESC, id)`)
    await db.query(`CREATE INDEX ix_candidates_grams ON candidates USING gin (grams)`)
    await db.query(`
      CREATE TABLE candidate_evidence (
        id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        candidate_id uuid NOT NULL,
        sentence_pair_id bigint NOT NULL,
        source_start integer NOT NULL,
        source_end integer NOT NULL,
        target_start integer NOT NULL,
        target_end integer NOT NULL,
        CONSTRAINT pk_candidate_evidence PRIMARY KEY (id),
        CONSTRAINT uq_candidate_evidence_span UNIQUE
          (candidate_id, sentence_pair_id, source_start, source_end, target_start, target_end),
        CONSTRAINT fk_candidate_evidence_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id) ON DELETE CASCADE,
        CONSTRAINT fk_candidate_evidence_sentence_pair FOREIGN KEY (sentence_pair_id) REFERENCES sentence_pairs (id) ON DELETE CASCADE,
        CONSTRAINT ck_candidate_evidence_source CHECK (0 <= source_start AND source_start < source_end),
        CONSTRAINT ck_candidate_evidence_target CHECK (0 <= target_start AND target_start < target_end)
      )`)
    await db.query(`CREATE INDEX ix_candidate_evidence_sentence_pair ON candidate_evidence (sentence_pair_id)`)
    await db.query(`
      CREATE TABLE decisions (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        candidate_id uuid NOT NULL,
        kind text NOT NULL,
        from_state text NOT NULL,
        to_state text NOT NULL,
        author_id uuid NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        reason text,
        source text,
        target text,
        effect jsonb NOT NULL DEFAULT '{}',
        batch_id uuid,
        undone_at timestamptz,
        undone_by uuid,
        CONSTRAINT pk_decisions PRIMARY KEY (id),
        CONSTRAINT fk_decisions_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id) ON DELETE CASCADE,
        CONSTRAINT fk_decisions_author FOREIGN KEY (author_id) REFERENCES users (id),
        CONSTRAINT fk_decisions_undone_by FOREIGN KEY (undone_by) REFERENCES users (id),
        CONSTRAINT ck_decisions_kind CHECK (kind IN ('accept', 'edit', 'reject', 'merge', 'skip', 'reopen')),
        CONSTRAINT ck_decisions_undone CHECK ((undone_at IS NULL) = (undone_by IS NULL))
      )`)
    await db.query(`CREATE INDEX ix_decisions_candidate ON decisions (candidate_id, at)`)
    await db.query(`CREATE INDEX ix_decisions_author ON decisions (author_id, at)`)
    await db.query(`CREATE INDEX ix_decisions_batch ON decisions (batch_id) WHERE batch_id IS NOT NULL`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['decisions', 'candidate_evidence', 'candidates']) await db.query(`DROP TABLE ${table}`)
  }
}
