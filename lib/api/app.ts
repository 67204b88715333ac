import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { ENDPOINTS } from './endpoints.ts'
import type { Refused } from './problem.ts'
import { standHeaders } from './reply.ts'
import { serveEndpoint, serveRefusal } from './serve-endpoint.ts'

const BASE = '/api/v1'

/** The public API, version 1. Every route comes from the table of endpoints, and so does its description. */
export const app = new Hono<{ Bindings: HttpBindings }>().basePath(BASE)

for (const endpoint of ENDPOINTS) {
  app.on(endpoint.method.toUpperCase(), endpoint.path.replace(/\{(\w+)\}/g, ':$1'), serveEndpoint(endpoint))
}

app.notFound((context) => serveRefusal(context, refuseRoute(context.req.path)))

const listener = getRequestListener(app.fetch, {
  // Next lives in the same process and brings its own Request and Response.
  overrideGlobalObjects: false,
  // What Hono cannot even read, such as a request without a sound Host.
  errorHandler: () => new Response(null, { status: 400 }),
})

/** What server.ts lets in under /api/v1; every answer carries the `standing` headers, unless it has its own of the name. */
export function apiListener(
  standing: Readonly<Record<string, string>>,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  standHeaders(standing)
  return listener
}

const routes = ENDPOINTS.map(({ method, path }) => ({
  method: method === 'get' ? 'GET, HEAD' : 'POST',
  pattern: new RegExp(`^${BASE}${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`),
}))

/** The path is known with another method, or not at all. */
function refuseRoute(path: string): Refused {
  const methods = routes.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method)
  if (methods.length === 0) return { ok: false, reason: 'not-found' }
  return {
    ok: false,
    reason: 'not-allowed',
    status: 405,
    errors: [{ path: 'method', reason: 'wrong-method' }],
    headers: { Allow: methods.join(', ') },
  }
}
