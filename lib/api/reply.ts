import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'

/** An answer as it goes over the wire. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  /** As bytes where the same answer goes out many times. */
  readonly text: string | Buffer<ArrayBuffer>
}

export const JSON_TYPE = 'application/json; charset=utf-8'

/** What is about one caller, or changes with every write, is kept by nobody in between. */
export const NOT_STORED = { 'Cache-Control': 'no-store' } as const

export function jsonReply(status: number, value: unknown, headers: Readonly<Record<string, string>>): Reply {
  return { status, headers: { 'Content-Type': JSON_TYPE, ...headers }, text: JSON.stringify(value) }
}

export function isReply(value: object): value is Reply {
  return 'text' in value
}

let standing: Reply['headers'] = {}

/** From now on every answer carries these, unless it has its own of the name. */
export function standHeaders(headers: Reply['headers']): void {
  standing = headers
}

/**
 * Sends an answer. PERF: straight to the socket where there is one; a Response would be taken apart again at once.
 * Nothing is sent when the caller is gone or an answer has left already.
 */
export function sendReply(bindings: Partial<HttpBindings> | undefined, reply: Reply): Response {
  const outgoing = bindings?.outgoing
  if (!outgoing) {
    const empty = reply.status === 304 || reply.status === 204
    return new Response(empty ? null : reply.text, { status: reply.status, headers: reply.headers })
  }
  if (!outgoing.headersSent && !outgoing.destroyed) {
    outgoing.writeHead(reply.status, withLength(reply))
    outgoing.end(reply.text)
  }
  return RESPONSE_ALREADY_SENT
}

// A length that is told spares the pieces of a chunked answer. A 304 has none, having no body.
function withLength({ status, headers, text }: Reply): Reply['headers'] {
  return status === 304
    ? { ...standing, ...headers }
    : {
        ...standing,
        ...headers,
        'Content-Length': String(typeof text === 'string' ? Buffer.byteLength(text) : text.length),
      }
}
