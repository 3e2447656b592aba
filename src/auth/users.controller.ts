import { Body, Controller, Get, Param, ParseUUIDPipe, Patch, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { Config } from '../config.js'
import { CurrentUser, Requires } from './access.js'
import { NewUserBody, SignInLinkView, UserChangesBody, UserListView, UserView, userView } from './auth.dto.js'
import type { Actor } from './roles.js'
import { signInAddress } from './sign-in-address.js'
import { SignInService } from './sign-in.service.js'
import { UsersService } from './users.service.js'

@ApiTags('users')
@Requires('administrator')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UsersService,
    private readonly signIn: SignInService,
    private readonly config: Config,
  ) {}

  @Get()
  @ApiOperation({ summary: 'All people of this installation' })
  @ApiOkResponse({ type: UserListView })
  async list(): Promise<UserListView> {
    return { items: (await this.users.list()).map(userView) }
  }

  @Post()
  @ApiOperation({ summary: 'Add a person' })
  @ApiCreatedResponse({ type: UserView })
  async create(@CurrentUser() actor: Actor, @Body() body: NewUserBody): Promise<UserView> {
    return userView(await this.users.create(actor, body))
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Rename a person, change the role, disable or enable the account' })
  @ApiOkResponse({ type: UserView })
  async change(
    @CurrentUser() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UserChangesBody,
  ): Promise<UserView> {
    return userView(await this.users.change(actor, id, body))
  }

  @Post(':id/sign-in-link')
  @ApiOperation({ summary: 'A one-time address that signs this person in' })
  @ApiCreatedResponse({ type: SignInLinkView })
  async link(@CurrentUser() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<SignInLinkView> {
    const user = await this.users.get(id)
    return { url: signInAddress(this.config, await this.signIn.makeLink(actor, user.id)) }
  }
}
