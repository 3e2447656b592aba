import { Command } from 'commander'
import { describeSettings, readConfig } from '../config.js'
import { serve } from './serving.js'

export const serveCommand = new Command('serve')
  .description('Starts the server and its page. Without DATABASE_URL it brings its own PostgreSQL.')
  .addHelpText('after', () => `\nSettings (environment variables):\n${settingsTable()}`)
  .action(() => serve(readConfig()))

function settingsTable(): string {
  return describeSettings()
    .map(({ name, fallback, reason }) => `  ${name} (${fallback})\n      ${reason}`)
    .join('\n')
}
