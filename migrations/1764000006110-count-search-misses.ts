import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What was looked up in vain, grouped by its folded form and without the person, and whether a termbase counts it at all. */
export class CountSearchMisses1764000006110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE search_misses (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        termbase_id uuid NOT NULL,
        key text NOT NULL,
        text text NOT NULL,
        source_language text NOT NULL,
        target_language text NOT NULL,
        count integer NOT NULL,
        segment text,
        first_seen timestamptz NOT NULL DEFAULT now(),
        last_seen timestamptz NOT NULL DEFAULT now(),
        dismissed_at timestamptz,
        candidate_id uuid,
        CONSTRAINT pk_search_misses PRIMARY KEY (id),
        CONSTRAINT fk_search_misses_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE,
        CONSTRAINT fk_search_misses_candidate FOREIGN KEY (candidate_id) REFERENCES candidates (id) ON DELETE SET NULL,
        CONSTRAINT uq_search_misses_key UNIQUE (termbase_id, source_language, target_language, key),
        CONSTRAINT ck_search_misses_count CHECK (count > 0),
        CONSTRAINT ck_search_misses_text CHECK (length(text) BETWEEN 1 AND 100),
        CONSTRAINT ck_search_misses_segment CHECK (length(segment) <= 1000)
      )`)
    await db.query(`CREATE INDEX ix_search_misses_count ON search_misses (termbase_id, count DESC, key)`)
    await db.query(`
      CREATE TABLE uncounted_termbases (
        termbase_id uuid NOT NULL,
        CONSTRAINT pk_uncounted_termbases PRIMARY KEY (termbase_id),
        CONSTRAINT fk_uncounted_termbases_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE uncounted_termbases`)
    await db.query(`DROP TABLE search_misses`)
  }
}
