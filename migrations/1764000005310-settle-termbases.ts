import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Further languages of a termbase, the fields that reopen an approved concept, and termbases that are put away. */
export class SettleTermbases1764000005310 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE termbases ADD other_languages text[] NOT NULL DEFAULT '{}',
        ADD reopening_fields text[] NOT NULL DEFAULT '{}', ADD archived_at timestamptz`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE termbases DROP other_languages, DROP reopening_fields, DROP archived_at`)
  }
}
