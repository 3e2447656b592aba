import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What the review desk needs of the database: an index for each order of the queue and for rivals, an announcement of every
 * change so that all who look at a queue see it at once, and the views that people keep.
 */
export class ServeTheDesk1764000006100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX ix_candidates_target ON candidates (termbase_id, target_key)`)
    await db.query(`CREATE INDEX ix_candidates_frequency ON candidates (termbase_id, frequency DESC, id DESC)`)
    await db.query(`CREATE INDEX ix_candidates_source ON candidates (termbase_id, source_key, id)`)
    await db.query(`CREATE INDEX ix_candidates_recent ON candidates (termbase_id, created_at DESC, id DESC)`)
    await db.query(`DROP INDEX ix_candidates_queue`)
    await db.query(`CREATE INDEX ix_candidates_queue ON candidates (termbase_id, state, score DESC, id DESC)`)
    await db.query(`
      CREATE FUNCTION announce_candidates() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM pg_notify('desk_changed', json_build_object('what', 'candidates', 'termbase', termbase_id, 'ids',
          CASE WHEN count(*) <= 100 THEN json_agg(id) END)::text)
        FROM changed GROUP BY termbase_id;
        RETURN NULL;
      END $$`)
    for (const [event, rows] of [
      ['INSERT', 'NEW'],
      ['UPDATE', 'NEW'],
      ['DELETE', 'OLD'],
    ] as const)
      await db.query(`
        CREATE TRIGGER tr_candidates_announce_${event.toLowerCase()} AFTER ${event} ON candidates
        REFERENCING ${rows} TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION announce_candidates()`)
    await db.query(`
      CREATE TABLE saved_views (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        termbase_id uuid NOT NULL,
        owner_id uuid NOT NULL,
        name text NOT NULL,
        query text NOT NULL,
        shared boolean NOT NULL DEFAULT false,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_saved_views PRIMARY KEY (id),
        CONSTRAINT uq_saved_views_name UNIQUE (termbase_id, owner_id, name),
        CONSTRAINT fk_saved_views_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE,
        CONSTRAINT fk_saved_views_owner FOREIGN KEY (owner_id) REFERENCES users (id),
        CONSTRAINT ck_saved_views_name CHECK (length(btrim(name)) BETWEEN 1 AND 80)
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE saved_views`)
    for (const event of ['insert', 'update', 'delete'])
      await db.query(`DROP TRIGGER tr_candidates_announce_${event} ON candidates`)
    await db.query(`DROP FUNCTION announce_candidates`)
    for (const name of ['target', 'frequency', 'source', 'recent', 'queue'])
      await db.query(`DROP INDEX ix_candidates_${name}`)
    await db.query(`CREATE INDEX ix_candidates_queue ON candidates (termbase_id, state, score DESC, id)`)
  }
}
