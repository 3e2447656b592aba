import type { Config } from '../config.js'
import { openEmbedded, type RunningDatabase } from './embedded/index.js'

export type { RunningDatabase } from './embedded/index.js'

/** The database this process works on: the one of DATABASE_URL as it is, or the embedded one, started if need be. */
export async function openDatabase(config: Config, say?: (step: string) => void): Promise<RunningDatabase> {
  if (config.databaseUrl === null) return openEmbedded(config.dataFolder, say)
  // On a server of the operator's own any number of instances may work.
  return { url: config.databaseUrl, claim: async () => true, stop: async () => {} }
}
