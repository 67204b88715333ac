import type { IncomingMessage } from 'node:http'
import { env } from '#lib/env.ts'

/**
 * Tells the pages what was asked for, so that signing in can lead back to it, and by which address a visitor is counted. `X-Forwarded-For` is believed only behind a proxy of our own,
 * and of it only the last hop: the one our proxy wrote.
 */
export function nameClient(request: IncomingMessage): void {
  const forwarded = env.trustProxy ? String(request.headers['x-forwarded-for'] ?? '') : ''
  const hop = forwarded.split(',').at(-1)?.trim()
  request.headers['x-asked-path'] = request.url ?? '/'
  request.headers['x-client-address'] = hop || request.socket.remoteAddress || 'unknown'
}
