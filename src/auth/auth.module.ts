import { Global, Module } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { TypeOrmModule } from '@nestjs/typeorm'
import { AuditController } from './audit.controller.js'
import { AuditService } from './audit.service.js'
import { AuthGuard } from './auth.guard.js'
import { KeysController } from './keys.controller.js'
import { KeysService } from './keys.service.js'
import { SignInLimit } from './rate-limit.js'
import { SignInController } from './sign-in.controller.js'
import { SignInService } from './sign-in.service.js'
import { ApiKey, AuditEntry, Installation, SignInLink, User } from './user.entity.js'
import { UsersController } from './users.controller.js'
import { UsersService } from './users.service.js'

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([User, SignInLink, ApiKey, AuditEntry, Installation])],
  controllers: [SignInController, UsersController, KeysController, AuditController],
  providers: [
    AuditService,
    UsersService,
    SignInService,
    KeysService,
    SignInLimit,
    { provide: APP_GUARD, useClass: AuthGuard },
  ],
  exports: [AuditService, UsersService, SignInService, KeysService],
})
export class AuthModule {}
