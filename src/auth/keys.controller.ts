import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common'
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger'
import { CurrentUser, Requires } from './access.js'
import { KeyListView, keyView, NewKeyBody, NewKeyView } from './auth.dto.js'
import { KeysService } from './keys.service.js'
import type { Actor } from './roles.js'

@ApiTags('keys')
@Requires('reader')
@Controller('keys')
export class KeysController {
  constructor(private readonly keys: KeysService) {}

  @Get()
  @ApiOperation({ summary: 'My API keys; for administrators, all' })
  @ApiOkResponse({ type: KeyListView })
  async list(@CurrentUser() actor: Actor): Promise<KeyListView> {
    return { items: (await this.keys.list(actor)).map(keyView) }
  }

  @Post()
  @ApiOperation({ summary: 'A new key for a program that acts for me' })
  @ApiCreatedResponse({ type: NewKeyView })
  async create(@CurrentUser() actor: Actor, @Body() body: NewKeyBody): Promise<NewKeyView> {
    const { key, secret } = await this.keys.create(actor, body)
    return Object.assign(keyView(key), { key: secret })
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Revoke a key' })
  @ApiNoContentResponse()
  async revoke(@CurrentUser() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.keys.revoke(actor, id)
  }
}
