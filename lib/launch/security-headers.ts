import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { env } from '#lib/env.ts'

const development = process.env.NODE_ENV === 'development'
const secure = env.publicUrl.startsWith('https:')

// The nearest office is found by position, when somebody asks for it; a kiosk reads QR codes.
function permissionsFor(isKiosk: boolean): string {
  return `camera=(${isKiosk ? 'self' : ''}), microphone=(), payment=(), usb=(), geolocation=(self)`
}

const fixedHeaders: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissionsFor(false),
  ...(secure && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
}

/** What every answer of the programs' side carries: nothing of it is a page, so a browser that shows it may load nothing. */
export const answerHeaders: Readonly<Record<string, string>> = {
  ...fixedHeaders,
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'X-Frame-Options': 'DENY',
}

/** What keeps its content under its name, or is the same for everybody; Next and the browser may cache it. */
const cacheable = /^\/_next\/static\/|\.(svg|ico|png|webp|woff2|txt|webmanifest)$/

/** Events that are packed are kept back until a packet is full; Next packs nothing that may not be transformed. */
const STREAM = '/desk/live'

/**
 * Sets the headers that every page carries. The nonce is new for each request; Next finds it in the request's own
 * copy of the policy and puts it on its scripts, pages that need it for a script of theirs read `x-nonce`.
 */
export function setSecurityHeaders(request: IncomingMessage, response: ServerResponse, path: string): void {
  const nonce = drawNonce()
  const isFramed = mayBeFramed(path)
  const policy = contentSecurityPolicy(nonce, isFramed)
  request.headers['content-security-policy'] = policy
  request.headers['x-nonce'] = nonce
  response.setHeader('Content-Security-Policy', policy)
  for (const [name, value] of Object.entries(fixedHeaders)) response.setHeader(name, value)
  if (isIn(KIOSK, path)) response.setHeader('Permissions-Policy', permissionsFor(true))
  // For browsers that do not know `frame-ancestors`; it cannot name a host, so a page for frames goes without.
  if (!isFramed) response.setHeader('X-Frame-Options', 'DENY')
  if (!cacheable.test(path))
    response.setHeader('Cache-Control', path === STREAM ? 'no-store, no-transform' : 'no-store')
}

// What staff and halls see is never shown inside another site: a click there could be stolen.
const OURS_ALONE = new Set(['desk', 'admin', 'hall', 'display', 'kiosk', 'tablet', 'turned', 'number'])
const KIOSK = new Set(['kiosk'])

/** Whether a host app may show this page in a frame: those of the couples, and only when a host is allow-listed. */
function mayBeFramed(path: string): boolean {
  return env.frameAncestors.length > 0 && isIn(OURS_ALONE, path) === false
}

/** Whether the first part of a path is one of these; undefined for a path that cannot be read. */
function isIn(rooms: ReadonlySet<string>, path: string): boolean | undefined {
  try {
    const [room = ''] = decodeURIComponent(path)
      .split(/[\\/]+/)
      .filter(Boolean)
    return rooms.has(room.toLowerCase())
  } catch {
    return undefined
  }
}

// PERF: the operating system is asked for randomness once in 256 requests, not for each.
let drawn = Buffer.alloc(0)

function drawNonce(): string {
  if (drawn.length === 0) drawn = randomBytes(16 * 256)
  const nonce = drawn.toString('base64', 0, 16)
  drawn = drawn.subarray(16)
  return nonce
}

// Browsers apply form-action to the redirects after a form as well, and signing in leads to the provider.
const signInOrigin = env.oidcIssuer ? ` ${new URL(env.oidcIssuer).origin}` : ''

function contentSecurityPolicy(nonce: string, isFramed: boolean): string {
  // Next's development server evaluates code, writes styles without a nonce and talks over a web socket.
  const loose = development
    ? { script: " 'unsafe-eval'", style: "'self' 'unsafe-inline'", connect: ' ws: wss:' }
    : undefined
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${loose?.script ?? ''}`,
    `style-src ${loose?.style ?? `'self' 'nonce-${nonce}'`}`,
    "img-src 'self' data:",
    "worker-src 'self'",
    `connect-src 'self'${loose?.connect ?? ''}`,
    `form-action 'self'${signInOrigin}`,
    `frame-ancestors ${isFramed ? env.frameAncestors.join(' ') : "'none'"}`,
    "base-uri 'none'",
    "object-src 'none'",
    ...(secure ? ['upgrade-insecure-requests'] : []),
  ].join('; ')
}
