import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger'
import { Type } from 'class-transformer'
import { IsBoolean, IsDate, IsEmail, IsIn, IsOptional, IsString, Length, MinDate, ValidateIf } from 'class-validator'
import { type Actor, type Role, roles } from './roles.js'
import type { ApiKey, User } from './user.entity.js'

export class SignInBody {
  @ApiProperty({ description: 'E-mail address or name' })
  @IsString()
  @Length(1, 200)
  email: string

  @ApiProperty()
  @IsString()
  @Length(1, 1000)
  password: string
}

export class SignInLinkBody {
  @ApiProperty({ description: 'The `token` of a one-time link' })
  @IsString()
  @Length(20, 100)
  token: string
}

export class PasswordBody {
  @ApiPropertyOptional({ description: 'Needed when a password is set already' })
  @IsOptional()
  @IsString()
  @Length(1, 1000)
  currentPassword?: string

  @ApiProperty({ minLength: 10, maxLength: 1000 })
  @IsString()
  @Length(10, 1000)
  newPassword: string
}

export class NewUserBody {
  @ApiProperty()
  @IsString()
  @Length(1, 100)
  name: string

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsEmail()
  email?: string | null

  @ApiProperty({ enum: roles })
  @IsIn(roles)
  role: Role
}

export class UserChangesBody {
  @ApiPropertyOptional()
  @ValidateIf((body: UserChangesBody) => body.name !== undefined)
  @IsString()
  @Length(1, 100)
  name?: string

  @ApiPropertyOptional({ type: String, nullable: true })
  @IsOptional()
  @IsEmail()
  email?: string | null

  @ApiPropertyOptional({ enum: roles })
  @ValidateIf((body: UserChangesBody) => body.role !== undefined)
  @IsIn(roles)
  role?: Role

  @ApiPropertyOptional()
  @ValidateIf((body: UserChangesBody) => body.disabled !== undefined)
  @IsBoolean()
  disabled?: boolean
}

export class NewKeyBody {
  @ApiProperty({ description: 'What the key is for' })
  @IsString()
  @Length(1, 100)
  name: string

  @ApiProperty({ enum: roles })
  @IsIn(roles)
  role: Role

  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  @IsOptional()
  @Type(() => Date)
  @IsDate()
  @MinDate(() => new Date())
  expiresAt?: Date | null
}

export class MeView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
  @ApiProperty({ enum: roles })
  role: Role
  @ApiProperty({ type: String, nullable: true })
  email: string | null
  @ApiProperty({ description: 'False until a password is set: the person got in by a link' })
  hasPassword: boolean
}

export class UserView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
  @ApiProperty({ type: String, nullable: true })
  email: string | null
  @ApiProperty({ enum: roles })
  role: Role
  @ApiProperty()
  disabled: boolean
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastSignedInAt: Date | null
  @ApiProperty({ format: 'date-time', type: String })
  createdAt: Date
}

export class UserListView {
  @ApiProperty({ type: [UserView] })
  items: UserView[]
}

export class SignInLinkView {
  @ApiProperty({ description: 'Address that signs the person in, once' })
  url: string
}

export class KeyView {
  @ApiProperty({ format: 'uuid' })
  id: string
  @ApiProperty()
  name: string
  @ApiProperty({ format: 'uuid' })
  userId: string
  @ApiProperty({ enum: roles })
  role: Role
  @ApiProperty({ description: 'The first characters of the key' })
  prefix: string
  @ApiProperty({ format: 'date-time', type: String })
  createdAt: Date
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expiresAt: Date | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastUsedAt: Date | null
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  revokedAt: Date | null
}

export class NewKeyView extends KeyView {
  @ApiProperty({ description: 'The key itself. It is shown this once.' })
  key: string
}

export class KeyListView {
  @ApiProperty({ type: [KeyView] })
  items: KeyView[]
}

export function meView({ id, name, role }: Actor, user: User, hasPassword: boolean): MeView {
  return { id, name, role, email: user.email, hasPassword }
}

export function userView({ id, name, email, role, disabledAt, lastSignedInAt, createdAt }: User): UserView {
  return { id, name, email, role, disabled: disabledAt !== null, lastSignedInAt, createdAt }
}

export function keyView(key: ApiKey): KeyView {
  const { id, name, userId, role, prefix, createdAt, expiresAt, lastUsedAt, revokedAt } = key
  return { id, name, userId, role, prefix, createdAt, expiresAt, lastUsedAt, revokedAt }
}
