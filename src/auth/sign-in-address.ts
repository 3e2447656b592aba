import type { Config } from '../config.js'

/** Where people reach this installation, without a slash at the end. */
export function publicAddress({ publicUrl, host, port }: Pick<Config, 'publicUrl' | 'host' | 'port'>): string {
  if (publicUrl !== null) return publicUrl
  const anywhere = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)
  return `http://${anywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}

/** The page behind it sends the token by POST, so that a program which only looks at links does not use it up. */
export function signInAddress(config: Pick<Config, 'publicUrl' | 'host' | 'port'>, token: string): string {
  return `${publicAddress(config)}/sign-in?token=${token}`
}
