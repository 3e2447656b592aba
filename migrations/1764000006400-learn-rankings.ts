import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A termbase ranks its candidates by what its decisions teach. The score that extraction gave is kept beside the one that is shown, so
 * that learning always starts from the same, and can be taken back.
 */
export class LearnRankings1764000006400 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE candidates ADD extracted_score real`)
    await db.query(`UPDATE candidates SET extracted_score = score`)
    await db.query(`
      ALTER TABLE candidates ALTER extracted_score SET NOT NULL,
        ADD CONSTRAINT ck_candidates_extracted_score CHECK (extracted_score BETWEEN 0 AND 1)`)
    await db.query(`
      CREATE TABLE rankings (
        termbase_id uuid NOT NULL,
        state text NOT NULL DEFAULT 'waiting',
        model jsonb,
        before jsonb,
        learn_since timestamptz,
        report jsonb,
        learnt_at timestamptz,
        generation integer NOT NULL DEFAULT 0,
        unlearnt integer NOT NULL DEFAULT 0,
        job_id uuid,
        replaced jsonb,
        CONSTRAINT pk_rankings PRIMARY KEY (termbase_id),
        CONSTRAINT fk_rankings_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE,
        CONSTRAINT fk_rankings_job FOREIGN KEY (job_id) REFERENCES jobs (id) ON DELETE SET NULL,
        CONSTRAINT ck_rankings_state CHECK (state IN ('waiting', 'calibrated', 'learnt')),
        CONSTRAINT ck_rankings_model CHECK (state = 'waiting' OR model IS NOT NULL),
        CONSTRAINT ck_rankings_unlearnt CHECK (unlearnt >= 0)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE rankings`)
    // Scores go back to what extraction said.
    await db.query(`UPDATE candidates SET score = extracted_score WHERE score <> extracted_score`)
    await db.query(`ALTER TABLE candidates DROP extracted_score`)
  }
}
