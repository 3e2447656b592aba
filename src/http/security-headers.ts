import type { RequestHandler } from 'express'
import helmet from 'helmet'

/** Everything the page needs comes from this server. Styles may stand in elements: the component library places its popovers so. */
export function securityHeaders({ overTls }: { overTls: boolean }): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: [`'self'`],
        styleSrc: [`'self'`, `'unsafe-inline'`],
        imgSrc: [`'self'`, 'data:'],
        fontSrc: [`'self'`, 'data:'],
        objectSrc: [`'none'`],
        frameAncestors: [`'none'`],
        // Only where there is TLS: over plain http it would make the browser look for a server that is not there.
        upgradeInsecureRequests: overTls ? [] : null,
      },
    },
    strictTransportSecurity: overTls,
  })
}
