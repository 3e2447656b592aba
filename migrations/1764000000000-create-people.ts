import type { MigrationInterface, QueryRunner } from 'typeorm'

/** People, how they get in (one-time links, passwords, sessions, keys for programs), and what was done by whom. */
export class CreatePeople1764000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE users (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        email text,
        role text NOT NULL,
        password_hash text,
        disabled_at timestamptz,
        last_signed_in_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_users PRIMARY KEY (id),
        CONSTRAINT ck_users_name CHECK (length(btrim(name)) BETWEEN 1 AND 100),
        CONSTRAINT ck_users_email CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
        CONSTRAINT ck_users_role CHECK (role IN ('reader', 'editor', 'administrator'))
      )`)
    await db.query(`CREATE UNIQUE INDEX uq_users_name ON users (lower(name))`)
    await db.query(`CREATE UNIQUE INDEX uq_users_email ON users (lower(email))`)
    await db.query(`
      CREATE TABLE sign_in_links (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz NOT NULL,
        used_at timestamptz,
        CONSTRAINT pk_sign_in_links PRIMARY KEY (id),
        CONSTRAINT uq_sign_in_links_token UNIQUE (token_hash),
        CONSTRAINT fk_sign_in_links_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT ck_sign_in_links_token CHECK (length(token_hash) = 32)
      )`)
    await db.query(`
      CREATE TABLE api_keys (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        name text NOT NULL,
        user_id uuid NOT NULL,
        role text NOT NULL,
        prefix text NOT NULL,
        key_hash bytea NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        expires_at timestamptz,
        last_used_at timestamptz,
        revoked_at timestamptz,
        CONSTRAINT pk_api_keys PRIMARY KEY (id),
        CONSTRAINT uq_api_keys_key UNIQUE (key_hash),
        CONSTRAINT fk_api_keys_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE,
        CONSTRAINT ck_api_keys_key CHECK (length(key_hash) = 32),
        CONSTRAINT ck_api_keys_name CHECK (length(btrim(name)) BETWEEN 1 AND 100),
        CONSTRAINT ck_api_keys_role CHECK (role IN ('reader', 'editor', 'administrator'))
      )`)
    // The columns are those that connect-pg-simple expects.
    await db.query(`
      CREATE TABLE sessions (
        sid text NOT NULL,
        sess json NOT NULL,
        expire timestamptz NOT NULL,
        CONSTRAINT pk_sessions PRIMARY KEY (sid)
      )`)
    await db.query(`CREATE INDEX ix_sessions_expire ON sessions (expire)`)
    await db.query(`
      CREATE TABLE audit_entries (
        id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
        at timestamptz NOT NULL DEFAULT clock_timestamp(),
        actor_id uuid,
        actor_name text NOT NULL,
        action text NOT NULL,
        subject_kind text NOT NULL,
        subject_id text NOT NULL,
        details jsonb NOT NULL DEFAULT '{}',
        CONSTRAINT pk_audit_entries PRIMARY KEY (id),
        CONSTRAINT fk_audit_entries_actor FOREIGN KEY (actor_id) REFERENCES users (id)
      )`)
    await db.query(`CREATE INDEX ix_audit_entries_subject ON audit_entries (subject_kind, subject_id, id)`)
    // What is drawn once for an installation. The secret signs session cookies; it comes from the server's strong random source.
    await db.query(`
      CREATE TABLE installation (
        id boolean NOT NULL DEFAULT true,
        session_secret text NOT NULL,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_installation PRIMARY KEY (id),
        CONSTRAINT ck_installation_one_row CHECK (id)
      )`)
    await db.query(
      `INSERT INTO installation (session_secret) VALUES (gen_random_uuid()::text || gen_random_uuid()::text)`,
    )
  }

  async down(db: QueryRunner): Promise<void> {
    for (const table of ['installation', 'audit_entries', 'sessions', 'api_keys', 'sign_in_links', 'users'])
      await db.query(`DROP TABLE ${table}`)
  }
}
