import {
  Check,
  Column,
  CreateDateColumn,
  Entity,
  ForeignKey,
  Index,
  PrimaryColumn,
  PrimaryGeneratedColumn,
  Unique,
} from 'typeorm'
import type { Role } from './roles.js'

const ROLES = `role IN ('reader', 'editor', 'administrator')`

@Entity('users')
@Index('uq_users_name', { synchronize: false })
@Index('uq_users_email', { synchronize: false })
@Check('ck_users_name', `length(btrim(name)) BETWEEN 1 AND 100`)
@Check('ck_users_email', `email ~ '^[^@[:space:]]+@[^@[:space:]]+$'`)
@Check('ck_users_role', ROLES)
export class User {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_users' })
  id: string

  @Column('text')
  name: string

  @Column('text', { nullable: true })
  email: string | null

  @Column('text')
  role: Role

  @Column('text', { name: 'password_hash', nullable: true, select: false })
  passwordHash: string | null

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt: Date | null

  @Column('timestamptz', { name: 'last_signed_in_at', nullable: true })
  lastSignedInAt: Date | null

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date
}

/** Works once, for a person to get in before a password exists. Only the hash is stored. */
@Entity('sign_in_links')
@Unique('uq_sign_in_links_token', ['tokenHash'])
@Check('ck_sign_in_links_token', `length(token_hash) = 32`)
export class SignInLink {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_sign_in_links' })
  id: string

  @ForeignKey(() => User, { name: 'fk_sign_in_links_user', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'user_id' })
  userId: string

  @Column('bytea', { name: 'token_hash' })
  tokenHash: Buffer

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt: Date

  @Column('timestamptz', { name: 'used_at', nullable: true })
  usedAt: Date | null
}

/** Lets a program act for a person. `prefix` is what people recognise it by; the key itself is shown once. */
@Entity('api_keys')
@Unique('uq_api_keys_key', ['keyHash'])
@Check('ck_api_keys_key', `length(key_hash) = 32`)
@Check('ck_api_keys_name', `length(btrim(name)) BETWEEN 1 AND 100`)
@Check('ck_api_keys_role', ROLES)
export class ApiKey {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_api_keys' })
  id: string

  @Column('text')
  name: string

  @ForeignKey(() => User, { name: 'fk_api_keys_user', onDelete: 'CASCADE' })
  @Column('uuid', { name: 'user_id' })
  userId: string

  @Column('text')
  role: Role

  @Column('text')
  prefix: string

  @Column('bytea', { name: 'key_hash' })
  keyHash: Buffer

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date

  @Column('timestamptz', { name: 'expires_at', nullable: true })
  expiresAt: Date | null

  @Column('timestamptz', { name: 'last_used_at', nullable: true })
  lastUsedAt: Date | null

  @Column('timestamptz', { name: 'revoked_at', nullable: true })
  revokedAt: Date | null
}

/** Who did what to what. Rows are only ever added. */
@Entity('audit_entries')
@Index('ix_audit_entries_subject', ['subjectKind', 'subjectId', 'id'])
export class AuditEntry {
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_audit_entries',
  })
  id: string

  @Column('timestamptz', { default: () => 'clock_timestamp()' })
  at: Date

  @ForeignKey(() => User, { name: 'fk_audit_entries_actor' })
  @Column('uuid', { name: 'actor_id', nullable: true })
  actorId: string | null

  @Column('text', { name: 'actor_name' })
  actorName: string

  @Column('text')
  action: string

  @Column('text', { name: 'subject_kind' })
  subjectKind: string

  @Column('text', { name: 'subject_id' })
  subjectId: string

  @Column('jsonb', { default: {} })
  details: Record<string, unknown>
}

/** Drawn once for an installation: one row. */
@Entity('installation')
@Check('ck_installation_one_row', 'id')
export class Installation {
  @PrimaryColumn('boolean', { default: true, primaryKeyConstraintName: 'pk_installation' })
  id: boolean

  @Column('text', { name: 'session_secret' })
  sessionSecret: string

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date
}
