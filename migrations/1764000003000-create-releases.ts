import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * Releases: once the transaction that publishes one has ended, the database refuses every change to it. The entries may
 * come before or after the row (publishing knows the counts last, a restored backup has the row first), but in one
 * transaction, so a release is never seen half.
 */
export class CreateReleases1764000003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE releases (
        id uuid NOT NULL,
        termbase_id uuid NOT NULL,
        number integer NOT NULL,
        note text NOT NULL DEFAULT '',
        author_id uuid NOT NULL,
        published_at timestamptz NOT NULL DEFAULT now(),
        content_hash text NOT NULL,
        concept_count integer NOT NULL,
        term_count integer NOT NULL,
        languages text[] NOT NULL,
        CONSTRAINT pk_releases PRIMARY KEY (id),
        CONSTRAINT uq_releases_number UNIQUE (termbase_id, number),
        CONSTRAINT fk_releases_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id),
        CONSTRAINT fk_releases_author FOREIGN KEY (author_id) REFERENCES users (id),
        CONSTRAINT ck_releases_number CHECK (number >= 1),
        CONSTRAINT ck_releases_content_hash CHECK (content_hash ~ '^[0-9a-f]{64}$'),
        CONSTRAINT ck_releases_concept_count CHECK (concept_count >= 1)
      )`)
    await db.query(`
      CREATE TABLE release_entries (
        release_id uuid NOT NULL,
        position integer NOT NULL,
        concept_id uuid NOT NULL,
        concept jsonb NOT NULL,
        evidence jsonb NOT NULL,
        CONSTRAINT pk_release_entries PRIMARY KEY (release_id, position),
        CONSTRAINT uq_release_entries_concept UNIQUE (release_id, concept_id),
        CONSTRAINT fk_release_entries_release FOREIGN KEY (release_id) REFERENCES releases (id) DEFERRABLE INITIALLY DEFERRED
      )`)
    await db.query(`
      CREATE FUNCTION refuse_change_of_release() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'a release is immutable: % on % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
      END $$`)
    for (const table of ['releases', 'release_entries'])
      await db.query(`
        CREATE TRIGGER tr_${table}_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_release()`)
    await db.query(`
      CREATE FUNCTION refuse_entry_of_closed_release() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM added JOIN releases ON releases.id = added.release_id
                   WHERE NOT releases.xmin = pg_current_xact_id()::xid) THEN
          RAISE EXCEPTION 'a release is immutable: it is closed and takes no further entry' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$`)
    await db.query(`
      CREATE TRIGGER tr_release_entries_closed AFTER INSERT ON release_entries REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_entry_of_closed_release()`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['release_entries', 'releases']) await db.query(`DROP TABLE ${table}`)
    for (const name of ['refuse_entry_of_closed_release', 'refuse_change_of_release'])
      await db.query(`DROP FUNCTION ${name}`)
  }
}
