import type { NestExpressApplication } from '@nestjs/platform-express'
import type { NextFunction, Request, Response } from 'express'
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'

/** Where the build leaves the page, seen from dist/src/http. */
export const ADMIN_PAGE = path.resolve(import.meta.dirname, '../../admin-ui')

const NOT_THE_PAGE = /^\/(api|assets|glossary|health|mcp|metrics)(\/|$)/

/**
 * The page is one file that finds its screen from the address, so every address a browser opens gets it. Files under
 * /assets carry a hash of their content in the name and are kept for good; a missing one is 404, never the page.
 */
export function serveAdminPage(app: NestExpressApplication, folder = ADMIN_PAGE): void {
  const page = path.join(folder, 'index.html')
  if (!existsSync(page)) return
  app.useStaticAssets(path.join(folder, 'assets'), { prefix: '/assets', immutable: true, maxAge: '1y', index: false })
  // One by one: a folder would be searched for a file at each request to the API.
  for (const { name } of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile()))
    if (name !== 'index.html') sendFile(app, `/${name}`, path.join(folder, name))
  app.use((request: Request, response: Response, next: NextFunction) => {
    const opens = request.method === 'GET' || request.method === 'HEAD'
    if (!opens || NOT_THE_PAGE.test(request.path) || !request.accepts('html')) return next()
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(page)
  })
}

function sendFile(app: NestExpressApplication, address: string, file: string): void {
  app.use(address, (request: Request, response: Response, next: NextFunction) => {
    if ((request.method !== 'GET' && request.method !== 'HEAD') || request.path !== '/') return next()
    response.sendFile(file, { maxAge: 0 })
  })
}
