import type { IncomingMessage } from 'node:http'
import { env } from '#lib/env.ts'

const MOST_BYTES = 64 * 1024

/** A file of offices, and what staff write: a list of materials says all about each thing in three languages, before and after. */
const LONGER = [
  { path: '/desk/manage/places/import/check', mostBytes: 3 * 1024 * 1024 },
  { path: '/desk/', mostBytes: 512 * 1024 },
] as const

const { host: publicHost } = new URL(env.publicUrl)

/**
 * The status by which a write to the pages is refused before anything of it is read: 411 when it does not say how long it
 * is, as every browser does, 413 when it is longer than any form of ours there, 403 when it comes from another site's page.
 * Next would refuse it as a fault of its own (500), or read more of it than it should.
 */
export function refuseWrite({
  method,
  url = '',
  headers,
}: Pick<IncomingMessage, 'method' | 'url' | 'headers'>): 403 | 411 | 413 | undefined {
  if (method === 'GET' || method === 'HEAD') return undefined
  if (headers['transfer-encoding']) return 411
  const { mostBytes } = LONGER.find(({ path }) => url.startsWith(path)) ?? { mostBytes: MOST_BYTES }
  if (Number(headers['content-length'] ?? 0) > mostBytes) return 413
  return isFromHere(headers) ? undefined : 403
}

// Old web views send no Sec-Fetch-Site; then Origin or Referer must be ours. Next hands some actions on to itself, under
// another Host but with the Origin that the page had.
function isFromHere(headers: IncomingMessage['headers']): boolean {
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || site === 'none'
  const origin = headers.origin ?? headers.referer ?? ''
  if (!URL.canParse(origin)) return false
  return [headers.host, publicHost].includes(new URL(origin).host)
}
