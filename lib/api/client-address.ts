import type { HttpBindings } from '@hono/node-server'
import { env } from '#lib/env.ts'

/**
 * By which address a caller is counted. `X-Forwarded-For` is believed only behind a proxy of our own, and of it only the
 * last hop: the one our proxy wrote. A neighbourhood of IPv6 (/64) is one caller, since it has as many as it likes.
 */
export function clientAddress(headers: Headers, bindings: Partial<HttpBindings> | undefined): string {
  const forwarded = env.trustProxy ? headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return neighbourhoodOf(forwarded || bindings?.incoming?.socket.remoteAddress || 'unknown')
}

function neighbourhoodOf(address: string): string {
  const plain = address
    .replace(/^::ffff:(?=\d+\.)/i, '')
    .toLowerCase()
    .slice(0, 45)
  if (!plain.includes(':')) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const gap = tail === undefined ? 0 : 8 - groups.length - after.length
  return [...groups, ...Array<string>(Math.max(0, gap)).fill('0'), ...after].slice(0, 4).join(':')
}
