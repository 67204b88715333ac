import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'

export type ApiContext = Context<{ Bindings: HttpBindings }>

/** A request as far as its head goes. */
export interface Asked {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly header: (name: string) => string | undefined
}

/** PERF: Node has read the headers already; Hono would copy each of them into an object of its own. */
export function askedBy({ env, req }: ApiContext): Asked {
  const incoming = env?.incoming
  if (!incoming) return { method: req.method, url: req.url, header: (name) => req.header(name) }
  return {
    method: req.method,
    url: incoming.url ?? '/',
    header: (name) => incoming.headers[name]?.toString(),
  }
}
