import { createHash } from 'node:crypto'
import { sitePath } from './addresses.js'
import { script } from './script.js'
import { stylesheet } from './stylesheet.js'

export interface Asset {
  /** Holds a hash of the content, so that it may be kept for good. */
  name: string
  address: string
  mediaType: string
  content: string
}

export const assets = {
  style: asset('css', 'text/css', stylesheet),
  script: asset('js', 'text/javascript', script),
}

function asset(extension: string, mediaType: string, content: string): Asset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
  const name = `site-${hash}.${extension}`
  return { name, address: `${sitePath}/assets/${name}`, mediaType, content }
}
