import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Jobs as people see them: progress, result, history. Claiming and retrying is done in the schema of graphile-worker. */
export class CreateJobs1764000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE jobs (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        kind text NOT NULL,
        payload jsonb NOT NULL,
        state text NOT NULL DEFAULT 'waiting',
        stage text,
        progress real NOT NULL DEFAULT 0,
        message text,
        result jsonb,
        problem jsonb,
        attempts integer NOT NULL DEFAULT 0,
        cancel_requested_at timestamptz,
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        started_at timestamptz,
        finished_at timestamptz,
        CONSTRAINT pk_jobs PRIMARY KEY (id),
        CONSTRAINT fk_jobs_created_by FOREIGN KEY (created_by) REFERENCES users (id),
        CONSTRAINT ck_jobs_state CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
        CONSTRAINT ck_jobs_progress CHECK (progress BETWEEN 0 AND 1),
        CONSTRAINT ck_jobs_finished CHECK ((state IN ('done', 'failed', 'cancelled')) = (finished_at IS NOT NULL)),
        CONSTRAINT ck_jobs_problem CHECK ((state = 'failed') = (problem IS NOT NULL))
      )`)
    await db.query(`CREATE INDEX ix_jobs_created_at ON jobs (created_at DESC, id DESC)`)
    await db.query(`
      CREATE FUNCTION announce_job() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('job_changed', NEW.id::text);
        RETURN NULL;
      END $$`)
    await db.query(
      `CREATE TRIGGER announce_job AFTER INSERT OR UPDATE ON jobs FOR EACH ROW EXECUTE FUNCTION announce_job()`,
    )
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE jobs`)
    await db.query(`DROP FUNCTION announce_job`)
  }
}
