import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js'
import { Controller, Delete, Get, Post, Req, Res, UseGuards } from '@nestjs/common'
import { ApiExcludeController } from '@nestjs/swagger'
import type { Request, Response } from 'express'
import { CurrentUser, Public } from '../../auth/access.js'
import type { Actor } from '../../auth/roles.js'
import { LookupService } from '../lookup.service.js'
import { createMcpServer } from './mcp-server.js'
import { LookupLimit } from '../lookup-limit.js'

/**
 * The Model Context Protocol over HTTP (streamable, without sessions: every request stands by itself, so any instance can
 * answer it). Keys as everywhere; without one, public termbases only. Cookies are not looked at here.
 */
@ApiExcludeController()
@Public()
@UseGuards(LookupLimit)
@Controller('mcp')
export class McpController {
  constructor(private readonly lookups: LookupService) {}

  @Post()
  async answer(@CurrentUser() actor: Actor | null, @Req() request: Request, @Res() response: Response): Promise<void> {
    const server = createMcpServer(this.lookups.doorOf(actor), { version: '1' })
    const transport = new StreamableHTTPServerTransport({ sessionIdGenerator: undefined, enableJsonResponse: true })
    response.on('close', () => void server.close())
    await server.connect(transport)
    await transport.handleRequest(request, response, request.body)
  }

  /** Nothing is sent without being asked, and there is no session to end. */
  @Get()
  listen(@Res() response: Response): void {
    refuseMethod(response)
  }

  @Delete()
  end(@Res() response: Response): void {
    refuseMethod(response)
  }
}

function refuseMethod(response: Response): void {
  response
    .status(405)
    .set('Allow', 'POST')
    .json({ jsonrpc: '2.0', id: null, error: { code: -32_000, message: 'Send requests with POST.' } })
}
