import NextAuth, { type AuthOptions } from 'next-auth'
import type { Actor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { env } from '#lib/env.ts'
import { endAllSessions } from '#lib/identity/end-all-sessions.ts'
import { endSession } from '#lib/identity/end-session.ts'
import { guardCookie } from '#lib/identity/guard-cookie.ts'
import { type CookiePurpose, nameCookie } from '#lib/identity/name-cookie.ts'
import { readIdentityClaims } from '#lib/identity/read-identity-claims.ts'
import { readReturnPath } from '#lib/identity/read-return-path.ts'
import { readSessionId } from '#lib/identity/read-session-id.ts'
import { signInPerson } from '#lib/identity/sign-in-person.ts'
import { log } from '#lib/log.ts'
import { identityProvider, identityServiceKind } from './identity-provider.ts'

const SESSION_SECONDS = 12 * 60 * 60
const ATTEMPT_SECONDS = 15 * 60

/**
 * next-auth as the OpenID client and nothing more: it proves who came back and seals our session's id into a cookie.
 * Names, numbers, roles never enter the token; `lib/edge/actor.ts` reads them from the database.
 */
export function signInOptions(): AuthOptions {
  const secure = env.publicUrl.startsWith('https:')
  const cookie = (purpose: CookiePurpose, maxAge?: number) => ({
    name: nameCookie(purpose),
    options: { ...guardCookie(), ...(maxAge ? { maxAge } : {}) },
  })
  return {
    secret: env.sessionSecret,
    providers: [identityProvider()],
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    jwt: { maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', error: '/sign-in' },
    useSecureCookies: secure,
    cookies: {
      sessionToken: cookie('session'),
      callbackUrl: cookie('return', ATTEMPT_SECONDS),
      csrfToken: cookie('csrf'),
      pkceCodeVerifier: cookie('pkce', ATTEMPT_SECONDS),
      state: cookie('state', ATTEMPT_SECONDS),
      nonce: cookie('nonce', ATTEMPT_SECONDS),
    },
    // What it hands to its logger holds whole profiles and tokens: only the kind of fault may go on from here.
    logger: {
      error: (fault, details) => log.warn({ act: 'sign-in failed', reason: fault, kind: kindOf(details) }),
      warn: () => undefined,
      debug: () => undefined,
    },
    callbacks: {
      redirect: ({ url, baseUrl }) =>
        baseUrl + readReturnPath(url.startsWith(baseUrl) ? url.slice(baseUrl.length) : url),
      signIn: ({ profile }) => {
        const identity = readIdentityClaims({ ...profile }, shanghaiToday(new Date()))
        if (identity.ok) return true
        const [fault] = identity.errors ?? []
        log.warn({ act: 'sign-in refused', path: fault?.path, reason: fault?.reason })
        return `/sign-in?${new URLSearchParams({ error: 'identity', path: fault?.path ?? '', reason: fault?.reason ?? '' })}`
      },
      jwt: async ({ account, profile }) => {
        const claims: Readonly<Record<string, unknown>> = { ...profile }
        const now = new Date()
        const identity = readIdentityClaims(claims, shanghaiToday(now))
        const { iss: issuer } = claims
        if (!account || !identity.ok || typeof issuer !== 'string')
          throw new Error('signed in without an identity')
        const subject = account.providerAccountId
        const { sessionId, personId } = await signInPerson({ issuer, subject, identity: identity.value, now })
        log.info({ act: 'signed in', personId })
        return { sid: sessionId }
      },
    },
  }
}

/**
 * Sends the browser to the identity service. `returnTo` is where it shall come back to; `locale` its language there.
 * Who came by another name of this machine (127.0.0.1, an address) goes on under the public one, where the identity
 * service will send everybody back to and the cookies of the attempt have to be.
 */
export async function startSignIn({
  origin,
  returnTo,
  locale,
}: {
  origin: string | null
  returnTo: string
  locale: string
}): Promise<Response> {
  if (origin && origin !== 'null' && origin !== env.publicUrl) {
    return redirectTo(`${env.publicUrl}/sign-in?${new URLSearchParams({ to: readReturnPath(returnTo) })}`, [])
  }
  if (identityServiceKind() === 'none') return redirectTo(errorPath('unavailable', returnTo), [])
  const token = await askNextAuth({ path: ['csrf'] })
  const answer = await askNextAuth({
    path: ['signin', 'identity'],
    method: 'POST',
    query: { ui_locales: locale },
    body: { csrfToken: token.csrfToken, callbackUrl: readReturnPath(returnTo) },
    cookies: cookiesOf(token.cookies.map((cookie) => cookie.split(';')[0]).join('; ')),
  })
  const failed = !answer.location || answer.location.startsWith(`${env.publicUrl}/api/auth/`)
  return redirectTo(failed ? errorPath('unavailable', returnTo) : (answer.location ?? '/'), answer.cookies)
}

/** Takes the browser back from the identity service: signed in, or to the sign-in page with a word of what went wrong. */
export async function finishSignIn(request: Request): Promise<Response> {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  const cookieHeader = request.headers.get('cookie') ?? ''
  const cookies = cookiesOf(cookieHeader)
  const answer = await askNextAuth({ path: ['callback', 'identity'], query, cookies })
  if (answer.cookies.some((cookie) => cookie.startsWith(`${nameCookie('session')}=`))) {
    const former = await readSessionId(cookieHeader)
    if (former) await endSession(former, new Date())
  }
  const location = answer.location ?? ''
  const returnTo = (cookies[nameCookie('return')] ?? '').slice(env.publicUrl.length)
  if (location.startsWith('/sign-in?')) {
    return redirectTo(`${location}&to=${encodeURIComponent(readReturnPath(returnTo))}`, answer.cookies)
  }
  const came = location.startsWith(`${env.publicUrl}/`) && !location.startsWith(`${env.publicUrl}/api/auth/`)
  if (came) return redirectTo(location, answer.cookies)
  const cancelled = query.error === 'access_denied'
  const stale = !cookies[nameCookie('state')]
  return redirectTo(
    errorPath(cancelled ? 'cancelled' : stale ? 'expired' : 'failed', returnTo),
    answer.cookies,
  )
}

/** Ends the session of this browser and forgets what pages of it were kept. */
export async function signOut(request: Request): Promise<Response> {
  const sessionId = await readSessionId(request.headers.get('cookie'))
  if (sessionId) await endSession(sessionId, new Date())
  log.info({ act: 'signed out' })
  return leaveNothing()
}

/** Ends every session of the one who is signed in here, on all their devices. */
export async function signOutEverywhere(actor: Actor): Promise<Response> {
  await endAllSessions(actor, new Date())
  log.info({ act: 'signed out everywhere' })
  return leaveNothing()
}

function leaveNothing(): Response {
  // A cookie goes only when it is named with all that it was set with.
  const { secure, sameSite, partitioned } = guardCookie()
  const kept = `SameSite=${sameSite}${secure ? '; Secure' : ''}${partitioned ? '; Partitioned' : ''}`
  const gone = `${nameCookie('session')}=; Path=/; Max-Age=0; HttpOnly; ${kept}`
  const response = redirectTo('/', [gone])
  response.headers.set('clear-site-data', '"cache", "storage"')
  return response
}

// "RPError", "ECONNREFUSED", "invalid_grant": literals of libraries, never values.
function kindOf(details: unknown): string {
  const held = details instanceof Error ? details : (details as { error?: unknown } | undefined)?.error
  if (!(held instanceof Error)) return 'unknown'
  const { code, error } = held as { code?: unknown; error?: unknown }
  return [held.name, code, error].filter((word) => typeof word === 'string').join(' ')
}

function errorPath(error: string, returnTo: string): string {
  return `/sign-in?${new URLSearchParams({ error, to: readReturnPath(returnTo) })}`
}

// 303, so that what follows a form's POST is a GET in every browser.
function redirectTo(location: string, cookies: readonly string[]): Response {
  const headers = new Headers({ location, 'cache-control': 'no-store' })
  const csrf = `${nameCookie('csrf')}=`
  for (const cookie of cookies) if (!cookie.startsWith(csrf)) headers.append('set-cookie', cookie)
  return new Response(null, { status: 303, headers })
}

function cookiesOf(header: string): Record<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='))
  return Object.fromEntries(
    pairs.flatMap(([name, ...value]) => (name ? [[name, decode(value.join('='))]] : [])),
  )
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}

interface Question {
  readonly path: readonly string[]
  readonly method?: 'GET' | 'POST'
  readonly query?: Record<string, string>
  readonly body?: Record<string, string>
  readonly cookies?: Record<string, string>
}

interface Answer {
  location?: string
  cookies: string[]
  csrfToken: string
}

/** Asks next-auth in this process, with no HTTP in between and none of its own routes open to the network. */
async function askNextAuth({
  path,
  method = 'GET',
  query = {},
  body = {},
  cookies = {},
}: Question): Promise<Answer> {
  // It takes its own address from here alone; a Host header has no say in it.
  process.env.NEXTAUTH_URL = env.publicUrl
  const answer: Answer = { cookies: [], csrfToken: '' }
  const response = {
    status: () => response,
    getHeader: (name: string) => (name === 'Set-Cookie' ? answer.cookies : undefined),
    setHeader: (name: string, value: unknown) => {
      if (name === 'Location') answer.location = String(value)
      return response
    },
    send: (sent: { csrfToken?: string } | undefined) => {
      answer.csrfToken = sent?.csrfToken ?? ''
    },
    json: () => undefined,
    end: () => undefined,
  }
  await nextAuth(
    { query: { ...query, nextauth: path }, body, cookies, headers: {}, method },
    response,
    signInOptions(),
  )
  return answer
}

type Handler = (request: object, response: object, options: AuthOptions) => Promise<void>

// A CommonJS package: Node hands over its exports, bundlers its default.
const nextAuth = ((NextAuth as unknown as { default?: Handler }).default ?? NextAuth) as Handler
