import connectPgSimple from 'connect-pg-simple'
import type { RequestHandler } from 'express'
import session from 'express-session'
import type { Pool } from 'pg'

declare module 'express-session' {
  interface SessionData {
    userId: string
  }
}

const LIFETIME_MS = 30 * 24 * 3600_000

export interface SessionOptions {
  pool: Pool
  secret: string
  /** Send the cookie over TLS only. */
  secure: boolean
}

/** Sessions live in PostgreSQL, so that any instance knows them and a restart forgets none. */
export function sessions({ pool, secret, secure }: SessionOptions): RequestHandler {
  // Without touching: a request that only reads must not wait for a write.
  const store = new (connectPgSimple(session))({
    pool,
    tableName: 'sessions',
    createTableIfMissing: false,
    disableTouch: true,
  })
  return session({
    name: 'termloom',
    store,
    secret,
    resave: false,
    saveUninitialized: false,
    // The library sets a secure cookie only where it believes in TLS; the proxy that ends it tells so in a header.
    proxy: secure,
    cookie: { httpOnly: true, sameSite: 'lax', secure, maxAge: LIFETIME_MS },
  })
}
