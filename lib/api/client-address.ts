import type { HttpBindings } from '@hono/node-server'

/**
 * By which address a caller is counted: the one that `lib/launch/name-client.ts` has found, proxies considered. A
 * neighbourhood of IPv6 (/64) is one caller, since it has as many addresses as it likes.
 */
export function clientAddress(bindings: Partial<HttpBindings> | undefined): string {
  const incoming = bindings?.incoming
  return neighbourhoodOf(
    String(incoming?.headers['x-client-address'] ?? incoming?.socket.remoteAddress ?? 'unknown'),
  )
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
