import type { IncomingMessage } from 'node:http'
import { env } from '#lib/env.ts'

// Names by which Next talks to itself: from outside they could pretend that a check was already made.
const internal = /^(x-middleware-|x-invoke-|x-nonce$|x-matched-path$|x-now-route-matches$|next-resume$)/
const ofProxies = /^(x-forwarded-|forwarded$|x-real-ip$)/

/** Removes the request headers that a stranger must not set, from the list that Hono reads and the object that Next reads. */
export function distrustHeaders(request: IncomingMessage): void {
  const { rawHeaders } = request
  if (!rawHeaders.some((name, at) => at % 2 === 0 && isDistrusted(name))) return
  request.rawHeaders = rawHeaders.filter((_, at) => !isDistrusted(rawHeaders[at - (at % 2)] ?? ''))
  for (const name of Object.keys(request.headers).filter(isDistrusted)) delete request.headers[name]
}

function isDistrusted(name: string): boolean {
  const lower = name.toLowerCase()
  return internal.test(lower) || (!env.trustProxy && ofProxies.test(lower))
}
