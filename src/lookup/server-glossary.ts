import { DomainError, type DomainErrorCode } from '../shared/errors.js'
import type { LookupAnswer, RecognizedTerm } from './answers.js'
import type { CheckedSegment } from './check-rules.js'
import { type Asked, type GlossaryDoor, mostSegments } from './glossary-door.js'

/** A termbase as a server lists it, as much of it as is needed to ask. */
export interface ListedTermbase {
  id: string
  name: string
  sourceLanguage: string
  targetLanguage: string
}

/** Longest that a server may be silent, in milliseconds. */
const patience = 60_000

/** The glossaries of a Termloom server, asked over HTTP. */
export class ServerGlossary implements GlossaryDoor {
  constructor(
    private readonly address: string,
    private readonly key: string | null,
  ) {}

  async lookup(asked: Asked, text: string, options: { mode: string; limit: number }): Promise<LookupAnswer[]> {
    const query = new URLSearchParams({ ...scope(asked), text, mode: options.mode, limit: String(options.limit) })
    return (await this.ask<{ items: LookupAnswer[] }>(`lookup?${query}`)).items
  }

  async recognize(asked: Asked, segments: string[], overlap: 'longest' | 'all'): Promise<RecognizedTerm[][]> {
    const body = { ...scope(asked), segments, overlap }
    const answer = await this.ask<{ segments: { matches: RecognizedTerm[] }[] }>('recognize', body)
    return answer.segments.map(({ matches }) => matches)
  }

  /** As many at a time as a server takes; terms are compared within each batch. */
  async check(asked: Asked, segments: { source: string; target: string }[]): Promise<CheckedSegment[]> {
    const checked: CheckedSegment[] = []
    for (let at = 0; at < segments.length; at += mostSegments) {
      const batch = segments.slice(at, at + mostSegments).map(({ source, target }) => ({ source, target }))
      checked.push(
        ...(await this.ask<{ segments: CheckedSegment[] }>('check', { ...scope(asked), segments: batch })).segments,
      )
    }
    return checked
  }

  async termbases(): Promise<ListedTermbase[]> {
    return (await this.ask<{ items: ListedTermbase[] }>('termbases')).items
  }

  private async ask<Answer>(path: string, body?: object): Promise<Answer> {
    const response = await this.fetch(path, body)
    const text = await response.text()
    if (response.ok && isJson(response)) return JSON.parse(text) as Answer
    throw isJson(response) ? refusal(JSON.parse(text) as Problem) : this.stranger(response.status)
  }

  private async fetch(path: string, body?: object): Promise<Response> {
    const headers = {
      accept: 'application/json',
      ...(this.key && { authorization: `Bearer ${this.key}` }),
      ...(body && { 'content-type': 'application/json' }),
    }
    const sent = body && { method: 'POST', body: JSON.stringify(body) }
    const url = new URL(`api/v1/${path}`, this.address.endsWith('/') ? this.address : `${this.address}/`)
    try {
      return await fetch(url, { ...sent, headers, signal: AbortSignal.timeout(patience) })
    } catch (error) {
      const { cause, message } = error as Error & { cause?: Error }
      throw new DomainError('not-found', `${this.address} does not answer: ${cause?.message ?? message}.`, {
        remedy: 'Check the address given with --server, and that the server runs.',
      })
    }
  }

  private stranger(status: number): DomainError {
    return new DomainError('not-found', `${this.address} answers ${status}, and not as a Termloom server does.`, {
      remedy: 'Give the address of its first page with --server, such as https://terms.example.org.',
    })
  }
}

interface Problem {
  code?: DomainErrorCode
  title?: string
  detail?: string
  remedy?: string
  fields?: Record<string, string[]>
}

/** What the server refuses is refused here in the same words. */
function refusal({
  code = 'invalid-input',
  title = 'The server refused',
  detail,
  remedy,
  fields,
}: Problem): DomainError {
  return new DomainError(code, detail ?? title, { remedy, fields })
}

function isJson(response: Response): boolean {
  return /[/+]json\b/.test(response.headers.get('content-type') ?? '')
}

function scope({ source, target, termbase, release }: Asked): Record<string, string> {
  return {
    source,
    target,
    ...(termbase !== undefined && { termbase }),
    ...(release !== undefined && { release: String(release) }),
  }
}
