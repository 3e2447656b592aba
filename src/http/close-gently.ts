import type { NestExpressApplication } from '@nestjs/platform-express'
import type { Server } from 'node:http'

const GRACE_MS = 3000
const LOOK_AGAIN_MS = 50

/** Requests that are being answered get a moment to end, connections that wait for another are closed; then all are. */
export async function closeGently(app: NestExpressApplication): Promise<void> {
  const server = app.getHttpServer() as Server
  const idle = setInterval(() => server.closeIdleConnections(), LOOK_AGAIN_MS)
  const rest = setTimeout(() => server.closeAllConnections(), GRACE_MS)
  try {
    await app.close()
  } finally {
    clearInterval(idle)
    clearTimeout(rest)
  }
}
