import type { IncomingMessage, ServerResponse } from 'node:http'
import { tallyDuration } from '#lib/db/tally.ts'

// Lines that stay open for as long as somebody looks: their length says nothing about us.
const LINES = /\/(?:live|stream)$/
const ASSETS = /^\/_next\/|\.(?:svg|ico|png|webp|woff2|txt|webmanifest|js|css)$/

/** Counts how long an answer took, by the kind of its address: never by the address itself, which may name an appointment. */
export function timeAnswer(request: IncomingMessage, response: ServerResponse): void {
  const from = performance.now()
  response.once('finish', () => {
    const route = routeClass(request.url?.split('?', 1)[0] ?? '/')
    if (route)
      tallyDuration(
        'http',
        `${route} ${Math.floor(response.statusCode / 100)}xx`,
        (performance.now() - from) / 1000,
      )
  })
}

function routeClass(path: string): string | undefined {
  if (path.startsWith('/api/v1/')) return 'api'
  if (path === '/metrics' || LINES.test(path)) return undefined
  if (ASSETS.test(path)) return 'asset'
  const [, first = ''] = path.split('/', 2)
  if (first === 'desk' || first === 'hall' || first === 'turned') return 'desk'
  return first === 'book' || first === 'waiting' ? 'journey' : 'page'
}
