import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js'
import { Command } from 'commander'
import { createMcpServer } from '../lookup/mcp/mcp-server.js'
import { type ScopeOptions, withGlossary, withScope } from './glossary-scope.js'

export const mcpCommand = withScope(new Command('mcp'))
  .description(
    'Serves a glossary to AI translators by the Model Context Protocol, over standard input and output: the tools lookup, recognize and check.',
  )
  .addHelpText(
    'after',
    `
In the settings of a client:
  { "mcpServers": { "termloom": { "command": "npx", "args": ["termloom", "mcp", "--release", "glossary.tbx"] } } }
A server answers the same over HTTP at /mcp, with a key in the header Authorization.`,
  )
  .action((options: ScopeOptions, command: Command) =>
    withGlossary(options, async ({ door, asked }) => {
      const server = createMcpServer(door, { ...asked, version: command.parent!.version()! })
      const ended = new Promise<void>((resolve) => {
        server.server.onclose = resolve
        process.stdin.once('end', resolve)
      })
      await server.connect(new StdioServerTransport())
      await ended
      await server.close()
    }),
  )
