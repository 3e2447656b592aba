import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * What a file says beyond the typed fields, at the level where it says it, and what stands before and after its entries.
 * Files have ids twice, and a word twice in one section (as noun and as verb), so neither is unique any more.
 */
export class KeepWholeEntries1764000004100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const table of ['concepts', 'terms'])
      await db.query(`
        ALTER TABLE ${table} ADD customer_subset text, ADD project_subset text, ADD data jsonb, ADD as_written jsonb`)
    await db.query(`ALTER TABLE language_sections ADD data jsonb, ADD as_written jsonb`)
    await db.query(`ALTER TABLE concepts DROP CONSTRAINT uq_concepts_external_id`)
    await db.query(`CREATE INDEX ix_concepts_external_id ON concepts (termbase_id, external_id)`)
    await db.query(`ALTER TABLE terms DROP CONSTRAINT uq_terms_text`)
    await db.query(`CREATE INDEX ix_terms_section ON terms (language_section_id)`)
    await db.query(`ALTER TABLE termbases ADD header jsonb`)
    await db.query(`
      CREATE TABLE resources (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        termbase_id uuid NOT NULL,
        position integer NOT NULL,
        kind text,
        content jsonb NOT NULL,
        CONSTRAINT pk_resources PRIMARY KEY (id),
        CONSTRAINT uq_resources_position UNIQUE (termbase_id, position),
        CONSTRAINT fk_resources_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE
      )`)
    await db.query(`ALTER TABLE releases ADD header jsonb, ADD back_matter jsonb`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE releases DROP header, DROP back_matter`)
    await db.query(`DROP TABLE resources`)
    await db.query(`ALTER TABLE termbases DROP header`)
    await db.query(`DROP INDEX ix_terms_section`)
    await db.query(`
      DELETE FROM terms t USING terms u
      WHERE t.language_section_id = u.language_section_id AND t.text = u.text AND (t.position, t.id) > (u.position, u.id)`)
    await db.query(`ALTER TABLE terms ADD CONSTRAINT uq_terms_text UNIQUE (language_section_id, text)`)
    await db.query(`DROP INDEX ix_concepts_external_id`)
    await db.query(`
      UPDATE concepts c SET external_id = NULL FROM concepts d
      WHERE c.termbase_id = d.termbase_id AND c.external_id = d.external_id AND c.number > d.number`)
    await db.query(`ALTER TABLE concepts ADD CONSTRAINT uq_concepts_external_id UNIQUE (termbase_id, external_id)`)
    await db.query(`ALTER TABLE language_sections DROP data, DROP as_written`)
    for (const table of ['concepts', 'terms'])
      await db.query(`ALTER TABLE ${table} DROP customer_subset, DROP project_subset, DROP data, DROP as_written`)
  }
}
