import type { HttpBindings } from '@hono/node-server'
import { neighbourhoodOf } from '#lib/domain/client-address.ts'

/** By which address a caller is counted: the one that `lib/launch/name-client.ts` has found, proxies considered. */
export function clientAddress(bindings: Partial<HttpBindings> | undefined): string {
  const incoming = bindings?.incoming
  return neighbourhoodOf(
    String(incoming?.headers['x-client-address'] ?? incoming?.socket.remoteAddress ?? 'unknown'),
  )
}
