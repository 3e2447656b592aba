import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What a document taught of which words translate which, packed; the next document of its termbase hears it. */
export class KeepLessons1764000006580 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE lessons (
        document_id uuid NOT NULL,
        lesson bytea NOT NULL,
        CONSTRAINT pk_lessons PRIMARY KEY (document_id),
        CONSTRAINT fk_lessons_document FOREIGN KEY (document_id) REFERENCES documents (id) ON DELETE CASCADE
      )`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE lessons`)
  }
}
