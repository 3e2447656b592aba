/** One place that speaks HTTP: JSON in, JSON out, and every failure an ApiProblem that says what to do. */

export class ApiProblem extends Error {
  constructor(
    /** HTTP status; 0 when no answer came. */
    readonly status: number,
    readonly code: string,
    message: string,
    readonly remedy?: string,
    readonly fields: Record<string, string[]> = {},
    /** The whole problem document, for what only some problems carry. */
    readonly body: Record<string, unknown> = {},
  ) {
    super(message)
    this.name = 'ApiProblem'
  }

  get isOffline(): boolean {
    return this.status === 0
  }
}

const base = '/api/v1'

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  body?: unknown
  query?: Query
  headers?: Record<string, string>
  signal?: AbortSignal
  /** Arrives also when the page is being left. */
  keepalive?: boolean
}
export type Query = Record<string, string | number | undefined>

export async function call<T>(path: string, options: Call = {}): Promise<T> {
  return (await callWithHeaders<T>(path, options)).data
}

export async function callWithHeaders<T>(path: string, options: Call): Promise<{ data: T; headers: Headers }> {
  const response = await fetch(address(path, options.query), {
    method: options.method ?? 'GET',
    headers: {
      accept: 'application/json',
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    body: options.body === undefined ? null : JSON.stringify(options.body),
    signal: options.signal ?? null,
    keepalive: options.keepalive ?? false,
    credentials: 'same-origin',
  }).catch((reason: unknown) => {
    if (reason instanceof DOMException && reason.name === 'AbortError') throw reason
    throw new ApiProblem(0, 'offline', 'offline')
  })
  const text = await response.text().catch(() => '')
  if (!response.ok) throw problemOf(response.status, text)
  return { data: (text ? JSON.parse(text) : undefined) as T, headers: response.headers }
}

export function address(path: string, query: Query = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const tail = search.toString()
  return `${base}${path}${tail ? `?${tail}` : ''}`
}

export function problemOf(status: number, text: string): ApiProblem {
  const body = parsed(text)
  // A gateway that cannot reach the server is the same to an editor as no connection at all.
  if (!body['code'] && status >= 502 && status <= 504) return new ApiProblem(0, 'offline', 'offline')
  return new ApiProblem(
    status,
    textOf(body['code']) ?? 'unknown',
    textOf(body['detail']) ?? textOf(body['title']) ?? `HTTP ${status}`,
    textOf(body['remedy']),
    (body['fields'] as Record<string, string[]> | undefined) ?? {},
    body,
  )
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function parsed(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
  } catch {
    return {}
  }
}
