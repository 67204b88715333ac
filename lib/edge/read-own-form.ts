import { isSameOrigin } from './origin.ts'

const MOST_BYTES = 64 * 1024

/**
 * The form of a request to one of our route handlers, or the answer that refuses it: 403 from another site's page, 413
 * when it is longer than any form of ours, or than
 * `mostBytes` where a file comes with it (read no further than that), 400 when it is no form.
 */
export async function readOwnForm(
  request: Request,
  mostBytes: number = MOST_BYTES,
): Promise<FormData | Response> {
  if (!isSameOrigin(request.headers)) return new Response(null, { status: 403 })
  const body = await gather(request, mostBytes)
  if (!body) return new Response(null, { status: 413, headers: { connection: 'close' } })
  const type = request.headers.get('content-type') ?? ''
  const form = new Response(body, { headers: { 'content-type': type } }).formData()
  return form.catch(() => new Response(null, { status: 400 }))
}

async function gather(request: Request, mostBytes: number): Promise<Blob | undefined> {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return undefined
  const chunks: Uint8Array<ArrayBuffer>[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > mostBytes) return undefined
    chunks.push(chunk)
  }
  return new Blob(chunks)
}
