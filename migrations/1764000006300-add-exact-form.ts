import type { MigrationInterface, QueryRunner } from 'typeorm'

/** A term that is recognised in its own form only, as "Windows" is not "window". Null says nothing, as everywhere in a concept. */
export class AddExactForm1764000006300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE terms ADD exact_form boolean`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE terms DROP exact_form`)
  }
}
