import type { NestExpressApplication } from '@nestjs/platform-express'
import type { NextFunction, Request, Response } from 'express'
import { existsSync } from 'node:fs'
import path from 'node:path'

/** Where the build leaves the page, seen from dist/src/http. */
export const ADMIN_PAGE = path.resolve(import.meta.dirname, '../../admin-ui')

const NOT_THE_PAGE = /^\/(api|assets|health|metrics)(\/|$)/

/**
 * The page is one file that finds its screen from the address, so every address a browser opens gets it. Files under
 * /assets carry a hash of their content in the name and are kept for good; a missing one is 404, never the page.
 */
export function serveAdminPage(app: NestExpressApplication, folder = ADMIN_PAGE): void {
  const page = path.join(folder, 'index.html')
  if (!existsSync(page)) return
  app.useStaticAssets(path.join(folder, 'assets'), { prefix: '/assets', immutable: true, maxAge: '1y', index: false })
  app.useStaticAssets(folder, { index: false, maxAge: 0 })
  app.use((request: Request, response: Response, next: NextFunction) => {
    const opens = request.method === 'GET' || request.method === 'HEAD'
    if (!opens || NOT_THE_PAGE.test(request.path) || !request.accepts('html')) return next()
    response.setHeader('Cache-Control', 'no-cache')
    response.sendFile(page)
  })
}
