import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What people say to each other about a concept, and whom they call. */
export class CreateComments1764000005110 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE comments (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        termbase_id uuid NOT NULL,
        concept_id uuid NOT NULL,
        answers uuid,
        author_id uuid NOT NULL,
        text text NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        edited_at timestamptz,
        resolved_at timestamptz,
        resolved_by uuid,
        CONSTRAINT pk_comments PRIMARY KEY (id),
        CONSTRAINT fk_comments_termbase FOREIGN KEY (termbase_id) REFERENCES termbases (id) ON DELETE CASCADE,
        CONSTRAINT fk_comments_concept FOREIGN KEY (concept_id) REFERENCES concepts (id) ON DELETE CASCADE,
        CONSTRAINT fk_comments_answers FOREIGN KEY (answers) REFERENCES comments (id) ON DELETE CASCADE,
        CONSTRAINT fk_comments_author FOREIGN KEY (author_id) REFERENCES users (id),
        CONSTRAINT fk_comments_resolved_by FOREIGN KEY (resolved_by) REFERENCES users (id),
        CONSTRAINT ck_comments_text CHECK (length(btrim(text)) BETWEEN 1 AND 10000),
        CONSTRAINT ck_comments_resolved CHECK ((resolved_at IS NULL) = (resolved_by IS NULL)),
        CONSTRAINT ck_comments_answers CHECK (answers IS NULL OR resolved_at IS NULL)
      )`)
    await db.query(`CREATE INDEX ix_comments_concept ON comments (concept_id, at)`)
    await db.query(`CREATE INDEX ix_comments_answers ON comments (answers) WHERE answers IS NOT NULL`)
    await db.query(`
      CREATE TABLE comment_mentions (
        comment_id uuid NOT NULL,
        user_id uuid NOT NULL,
        read_at timestamptz,
        CONSTRAINT pk_comment_mentions PRIMARY KEY (comment_id, user_id),
        CONSTRAINT fk_comment_mentions_comment FOREIGN KEY (comment_id) REFERENCES comments (id) ON DELETE CASCADE,
        CONSTRAINT fk_comment_mentions_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`)
    await db.query(`CREATE INDEX ix_comment_mentions_user ON comment_mentions (user_id, read_at)`)
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE comment_mentions`)
    await db.query(`DROP TABLE comments`)
  }
}
