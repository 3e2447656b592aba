import type { MigrationInterface, QueryRunner } from 'typeorm'

/**
 * The headwords of a release in the orders that readers browse by, made when they are first asked for; and the way from
 * the number of a concept, which its address on the glossary site bears, to its entry in a release.
 */
export class BrowseReleases1764000005300 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE release_shelves (
        release_id uuid NOT NULL,
        language text NOT NULL,
        ordering text NOT NULL,
        position integer NOT NULL,
        heading text NOT NULL,
        count integer NOT NULL,
        entries integer[] NOT NULL,
        terms smallint[] NOT NULL,
        CONSTRAINT pk_release_shelves PRIMARY KEY (release_id, language, ordering, position),
        CONSTRAINT fk_release_shelves_release FOREIGN KEY (release_id) REFERENCES releases (id),
        CONSTRAINT ck_release_shelves_count CHECK (count = cardinality(entries) AND count = cardinality(terms))
      )`)
    await db.query(
      `CREATE INDEX ix_release_entries_number ON release_entries (release_id, ((concept ->> 'number')::bigint))`,
    )
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX ix_release_entries_number`)
    await db.query(`DROP TABLE release_shelves`)
  }
}
