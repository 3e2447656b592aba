import { Body, Controller, Get, HttpCode, Post, Put, Req, UseGuards } from '@nestjs/common'
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import type { Request } from 'express'
import { CurrentUser, Public, Requires } from './access.js'
import { MeView, meView, PasswordBody, SignInBody, SignInLinkBody } from './auth.dto.js'
import { SignInLimit } from './rate-limit.js'
import type { Actor } from './roles.js'
import { SignInService } from './sign-in.service.js'
import type { User } from './user.entity.js'
import { UsersService } from './users.service.js'

@ApiTags('sign-in')
@Controller()
export class SignInController {
  constructor(
    private readonly signIn: SignInService,
    private readonly users: UsersService,
  ) {}

  @Get('me')
  @ApiOperation({ summary: 'Who am I?' })
  @ApiOkResponse({ type: MeView })
  async me(@CurrentUser() actor: Actor): Promise<MeView> {
    return meView(actor, await this.users.get(actor.id), await this.users.hasPassword(actor.id))
  }

  @Put('me/password')
  @Requires('reader')
  @HttpCode(204)
  @ApiOperation({ summary: 'Set my password; my other sessions end' })
  async setPassword(@CurrentUser() actor: Actor, @Body() body: PasswordBody, @Req() request: Request): Promise<void> {
    await this.signIn.setPassword(actor, body.currentPassword, body.newPassword, request.sessionID)
  }

  @Public()
  @UseGuards(SignInLimit)
  @Post('sign-in')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in by name or e-mail, and password' })
  @ApiOkResponse({ type: MeView })
  async byPassword(@Body() { email, password }: SignInBody, @Req() request: Request): Promise<MeView> {
    return this.begin(request, await this.signIn.byPassword(email, password))
  }

  @Public()
  @UseGuards(SignInLimit)
  @Post('sign-in/link')
  @HttpCode(200)
  @ApiOperation({ summary: 'Sign in by a one-time link' })
  @ApiOkResponse({ type: MeView })
  async byLink(@Body() { token }: SignInLinkBody, @Req() request: Request): Promise<MeView> {
    return this.begin(request, await this.signIn.byLink(token))
  }

  @Public()
  @Post('sign-out')
  @HttpCode(204)
  @ApiOperation({ summary: 'Sign out' })
  async signOut(@Req() request: Request): Promise<void> {
    await new Promise((resolve) => request.session.destroy(resolve))
  }

  /** A session id from before the sign-in is worth nothing after it. */
  private async begin(request: Request, user: User): Promise<MeView> {
    await new Promise<void>((resolve, reject) =>
      request.session.regenerate((error) => (error ? reject(error) : resolve())),
    )
    request.session.userId = user.id
    return meView(user, user, await this.users.hasPassword(user.id))
  }
}
