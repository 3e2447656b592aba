import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What an import wrote stands in a table of its own: marking its entries copied each of them, drafts and all. */
export class KeepWhatImportsWroteApart1764000004210 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE import_writes (
        import_id uuid NOT NULL,
        position integer NOT NULL,
        concept_id uuid NOT NULL,
        version integer NOT NULL,
        CONSTRAINT pk_import_writes PRIMARY KEY (import_id, position),
        CONSTRAINT fk_import_writes_import FOREIGN KEY (import_id) REFERENCES imports (id) ON DELETE CASCADE
      )`)
    await db.query(`
      INSERT INTO import_writes (import_id, position, concept_id, version)
      SELECT import_id, position, written_concept, written_version FROM import_entries WHERE written_concept IS NOT NULL`)
    await db.query(`ALTER TABLE import_entries DROP written_concept, DROP written_version`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE import_entries ADD written_concept uuid, ADD written_version integer`)
    await db.query(`
      UPDATE import_entries e SET written_concept = w.concept_id, written_version = w.version
      FROM import_writes w WHERE w.import_id = e.import_id AND w.position = e.position`)
    await db.query(`DROP TABLE import_writes`)
  }
}
