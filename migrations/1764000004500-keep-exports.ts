import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * A file that was once downloaded stays as it was, byte by byte, whatever becomes of the writers: it is kept, packed, the
 * first time it is asked for. A release also remembers the title its files bear, and which release it brought back.
 */
export class KeepExports1764000004500 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE releases ADD title text, ADD brings_back integer`)
    await db.query(`
      CREATE TABLE release_exports (
        id uuid NOT NULL,
        release_id uuid NOT NULL,
        options text NOT NULL,
        file_name text NOT NULL,
        media_type text NOT NULL,
        content_hash text NOT NULL,
        size_bytes bigint NOT NULL,
        packed_bytes bigint NOT NULL,
        losses jsonb NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_release_exports PRIMARY KEY (id),
        CONSTRAINT uq_release_exports_options UNIQUE (release_id, options),
        CONSTRAINT fk_release_exports_release FOREIGN KEY (release_id) REFERENCES releases (id)
      )`)
    await db.query(`
      CREATE TABLE release_export_pieces (
        export_id uuid NOT NULL,
        position integer NOT NULL,
        bytes bytea NOT NULL,
        CONSTRAINT pk_release_export_pieces PRIMARY KEY (export_id, position),
        CONSTRAINT fk_release_export_pieces_export FOREIGN KEY (export_id) REFERENCES release_exports (id) DEFERRABLE INITIALLY DEFERRED
      )`)
    // Packed already: the database need not try again.
    await db.query(`ALTER TABLE release_export_pieces ALTER COLUMN bytes SET STORAGE EXTERNAL`)
    for (const table of ['release_exports', 'release_export_pieces'])
      await db.query(`
        CREATE TRIGGER tr_${table}_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table}
        FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_release()`)
    await db.query(`
      CREATE FUNCTION refuse_piece_of_closed_export() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF EXISTS (SELECT 1 FROM added JOIN release_exports x ON x.id = added.export_id
                   WHERE NOT x.xmin = pg_current_xact_id()::xid) THEN
          RAISE EXCEPTION 'a release is immutable: its file is closed and takes no further piece' USING ERRCODE = 'restrict_violation';
        END IF;
        RETURN NULL;
      END $$`)
    await db.query(`
      CREATE TRIGGER tr_release_export_pieces_closed AFTER INSERT ON release_export_pieces REFERENCING NEW TABLE AS added
      FOR EACH STATEMENT EXECUTE FUNCTION refuse_piece_of_closed_export()`)
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['release_export_pieces', 'release_exports']) await db.query(`DROP TABLE ${table}`)
    await db.query(`DROP FUNCTION refuse_piece_of_closed_export`)
    await db.query(`ALTER TABLE releases DROP title, DROP brings_back`)
  }
}
