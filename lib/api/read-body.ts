import type { HttpBindings } from '@hono/node-server'
import type { ApiContext, Asked } from './asked.ts'
import { malformed, type Refused } from './problem.ts'

const MOST_BYTES = 64 * 1024

type Read = { readonly ok: true; readonly value: unknown } | Refused

/**
 * The JSON body of a request, of at most 64 KB. What is longer is refused at the byte that is too many, never gathered
 * first; the connection then closes, as the rest of the body is still on its way.
 */
export async function readBody({ header }: Asked, { req, env }: ApiContext): Promise<Read> {
  if (!/^application\/(?:[\w.-]+\+)?json\s*(?:;|$)/i.test(header('content-type') ?? '')) {
    return malformed('content-type', 'not-json-type', 415)
  }
  if (header('content-encoding')) return malformed('content-encoding', 'unknown', 415)
  if (Number(header('content-length') ?? 0) > MOST_BYTES) return tooBig()
  const text = env?.incoming ? await gather(env.incoming) : await req.text()
  if (text === undefined || text.length > MOST_BYTES) return tooBig()
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch {
    return malformed('', 'not-json')
  }
}

function gather(incoming: HttpBindings['incoming']): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  return new Promise((resolve) => {
    const finish = () => resolve(size > MOST_BYTES ? undefined : Buffer.concat(chunks).toString('utf8'))
    incoming.on('data', function take(chunk: Buffer) {
      size += chunk.length
      if (size <= MOST_BYTES) chunks.push(chunk)
      else {
        chunks.length = 0
        incoming.off('data', take)
        incoming.pause()
        finish()
      }
    })
    incoming.on('end', finish)
    // Whoever hangs up half-way has sent half a document, which is none.
    incoming.on('close', finish)
    incoming.on('error', finish)
  })
}

function tooBig(): Refused {
  return { ...malformed('', 'too-big', 413), headers: { Connection: 'close' } }
}
