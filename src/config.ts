import { DomainError } from './shared/errors.js'

/**
 * Every setting, said once: its name in the environment, what it is for, and its default. Nothing else reads the environment.
 * `readConfig` turns the table into typed values; `termloom serve --help` and the README print it.
 */
const settings = {
  databaseUrl: {
    name: 'DATABASE_URL',
    reason:
      'PostgreSQL 15 or newer to work on. Without it Termloom starts a PostgreSQL of its own inside the data folder.',
    fallback: null,
    read: (value) => checked(value, /^postgres(ql)?:\/\//, 'a URL that begins with postgres://'),
  } satisfies Setting<string | null>,
  dataFolder: {
    name: 'TERMLOOM_DATA',
    reason: 'Folder of the PostgreSQL that Termloom starts itself.',
    fallback: './data',
    read: (value) => value,
  } satisfies Setting<string>,
  host: {
    name: 'HOST',
    reason: 'Address to listen on. Only this machine by default; 0.0.0.0 for all networks.',
    fallback: '127.0.0.1',
    read: (value) => value,
  } satisfies Setting<string>,
  port: {
    name: 'PORT',
    reason: 'TCP port to listen on.',
    fallback: 3000,
    read: wholeNumber(0, 65535),
  } satisfies Setting<number>,
  publicUrl: {
    name: 'TERMLOOM_PUBLIC_URL',
    reason:
      'Address people type, when a proxy stands in front. Links and the secure flag of cookies follow it. Default: host and port.',
    fallback: null,
    read: (value) =>
      checked(value, /^https?:\/\/[^/]+\/?$/, 'an address such as https://terms.example.org').replace(/\/$/, ''),
  } satisfies Setting<string | null>,
  trustProxy: {
    name: 'TERMLOOM_TRUST_PROXY',
    reason: 'How many reverse proxies stand in front, so that the client address in X-Forwarded-For is believed.',
    fallback: 0,
    read: wholeNumber(0, 10),
  } satisfies Setting<number>,
  maxUploadMegabytes: {
    name: 'TERMLOOM_MAX_UPLOAD_MB',
    reason: 'Largest file that may be uploaded; a bigger one is refused with 413.',
    fallback: 32,
    read: wholeNumber(1, 1024),
  } satisfies Setting<number>,
  pdfFont: {
    name: 'TERMLOOM_PDF_FONT',
    reason:
      'Font file (.ttf, .otf, .ttc) that printed glossaries in PDF show Chinese and other characters with. Unset, an installed one is looked for (Noto Sans CJK and others); "none" allows only Western European characters.',
    fallback: null,
    read: (value) => checked(value, /\.(ttf|otf|ttc|otc)$|^none$/i, 'a font file (.ttf, .otf or .ttc), or none'),
  } satisfies Setting<string | null>,
  embedder: {
    name: 'TERMLOOM_EMBEDDER',
    reason:
      'JavaScript module with a function embed(texts) that gives a vector a text: adds nearness of meaning to the reasons of a candidate. See src/extraction/README.md.',
    fallback: null,
    read: (value) => checked(value, /\.(mjs|cjs|js)$/, 'a JavaScript module: .mjs, .cjs or .js'),
  } satisfies Setting<string | null>,
  maxImportMegabytes: {
    name: 'TERMLOOM_MAX_IMPORT_MB',
    reason:
      'Largest glossary file that may be imported over HTTP; it is read as a stream. The command line takes more.',
    fallback: 256,
    read: wholeNumber(1, 1024),
  } satisfies Setting<number>,
  jobConcurrency: {
    name: 'TERMLOOM_JOBS',
    reason: 'Background jobs that one instance runs at a time; each may hold a corpus in memory.',
    fallback: 2,
    read: wholeNumber(1, 64),
  } satisfies Setting<number>,
  databaseConnections: {
    name: 'TERMLOOM_DB_CONNECTIONS',
    reason: 'Connections to PostgreSQL that one instance keeps open for requests.',
    fallback: 10,
    read: wholeNumber(2, 500),
  } satisfies Setting<number>,
  logLevel: {
    name: 'TERMLOOM_LOG_LEVEL',
    reason: 'fatal, error, warn, info (one line a request), debug or trace. Log lines are JSON on stdout.',
    fallback: 'warn',
    read: (value) =>
      checked(
        value,
        /^(fatal|error|warn|info|debug|trace|silent)$/,
        'one of fatal, error, warn, info, debug, trace, silent',
      ),
  } satisfies Setting<string>,
  apiKey: {
    name: 'TERMLOOM_KEY',
    reason: 'API key that lookup, recognize, check and mcp send to the server named by --server.',
    fallback: null,
    read: (value) => checked(value, /^\S+$/, 'a key without spaces'),
  } satisfies Setting<string | null>,
  lookupsPerMinute: {
    name: 'TERMLOOM_LOOKUPS_PER_MINUTE',
    reason:
      'Lookups, recognitions and checks that one API key or one signed-in person may ask for in a minute; 0 for no limit. The default is about what one instance can answer, so that it only holds off floods.',
    fallback: 600_000,
    read: wholeNumber(0, 10_000_000),
  } satisfies Setting<number>,
  strangerLookupsPerMinute: {
    name: 'TERMLOOM_ANONYMOUS_LOOKUPS_PER_MINUTE',
    reason:
      'The same for one address that sends no key and is answered from public termbases only; lower it on an open network.',
    fallback: 300_000,
    read: wholeNumber(0, 10_000_000),
  } satisfies Setting<number>,
  sample: {
    name: 'TERMLOOM_SAMPLE',
    reason: 'Load the sample termbase into an empty database at the first start: yes or no.',
    fallback: true,
    read: (value) => checked(value, /^(yes|no)$/, 'yes or no') === 'yes',
  } satisfies Setting<boolean>,
}

interface Setting<T> {
  name: string
  reason: string
  fallback: T
  read: (value: string) => NonNullable<T>
}

type Settings = typeof settings

/** The settings of this process, typed and checked. Injected by this class. */
export class Config {
  readonly databaseUrl: string | null
  readonly dataFolder: string
  readonly host: string
  readonly port: number
  readonly publicUrl: string | null
  readonly trustProxy: number
  readonly maxUploadMegabytes: number
  readonly pdfFont: string | null
  readonly embedder: string | null
  readonly maxImportMegabytes: number
  readonly jobConcurrency: number
  readonly databaseConnections: number
  readonly logLevel: string
  readonly apiKey: string | null
  readonly lookupsPerMinute: number
  readonly strangerLookupsPerMinute: number
  readonly sample: boolean

  constructor(values: { [K in keyof Settings]: Config[K] }) {
    Object.assign(this, values)
  }

  /** The same settings but for a few, e.g. with the address of the database that was started. */
  with(changes: Partial<{ [K in keyof Settings]: Config[K] }>): Config {
    return new Config(Object.assign({}, this, changes))
  }
}

/** Reads the environment; a value that cannot be meant ends in a DomainError that names the variable. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const entries = Object.entries(settings).map(([key, setting]) => {
    const value = environment[setting.name]?.trim()
    if (value === undefined || value === '') return [key, setting.fallback]
    try {
      return [key, setting.read(value)]
    } catch (error) {
      const wanted = error instanceof Error ? error.message : String(error)
      // A key is one, and an address may carry a password.
      const isSecret = [settings.databaseUrl.name, settings.apiKey.name].some((name) => name === setting.name)
      const given = isSecret ? 'something else' : JSON.stringify(value)
      throw new DomainError('invalid-input', `${setting.name} must be ${wanted}, and it is ${given}.`, {
        remedy: `Change ${setting.name}, or unset it to get the default.`,
      })
    }
  })
  return new Config(Object.fromEntries(entries) as ConstructorParameters<typeof Config>[0])
}

/** Asked where something went wrong, maybe in the settings themselves: hence not a part of them. */
export function isDebugging(environment: NodeJS.ProcessEnv = process.env): boolean {
  return ['debug', 'trace'].includes(environment[settings.logLevel.name] ?? '')
}

/** The table as rows for people: name, default, reason. */
export function describeSettings(): { name: string; fallback: string; reason: string }[] {
  return Object.values(settings).map(({ name, fallback, reason }) => ({ name, fallback: shown(fallback), reason }))
}

function shown(fallback: string | number | boolean | null): string {
  if (typeof fallback === 'boolean') return fallback ? 'yes' : 'no'
  return fallback === null ? '(none)' : String(fallback)
}

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new Error(`a whole number from ${least} to ${most}`)
    return number
  }
}

function checked(value: string, pattern: RegExp, wanted: string): string {
  if (!pattern.test(value)) throw new Error(wanted)
  return value
}
