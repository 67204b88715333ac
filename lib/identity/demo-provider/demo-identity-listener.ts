import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { env } from '#lib/env.ts'
import { buildProvider } from './build-provider.ts'
import { forgetAttempt, keepAttempt } from './keep-attempt.ts'
import { nameSubject } from './name-subject.ts'
import { readDemoForm } from './read-demo-form.ts'

export type Listener = (request: IncomingMessage, response: ServerResponse) => void

const PREFIX = '/demo-identity'
const CHOOSE = `${PREFIX}/choose/`
const MOST_PEOPLE = 5000
const MOST_BODY_BYTES = 8192

/**
 * Whether the demo service answers this request itself. Its page, `GET /demo-identity/choose/…`, is Next's; the same
 * address takes the page's form. Without the demo service nothing is its own.
 */
export function isForDemoIdentity({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  if (env.oidcIssuer || !url?.startsWith(`${PREFIX}/`)) return false
  return method === 'POST' || !url.startsWith(CHOOSE)
}

/** The demo identity service, to be mounted on `/demo-identity` for requests that are for it. */
export function demoIdentityListener(): Listener {
  const people = new Map<string, VerifiedIdentity>()
  const provider = buildProvider((subject) => people.get(subject))
  const serve = provider.callback()
  return (request, response) => {
    const choosing = request.url?.startsWith(CHOOSE) === true
    standAtPublicAddress(request)
    if (!choosing) {
      serve(request, response)
      return
    }
    finishChoice({ provider, people, request, response }).catch(() =>
      redirectTo(response, '/sign-in?error=expired'),
    )
  }
}

// The provider writes absolute addresses from what it is asked under.
function standAtPublicAddress(request: IncomingMessage & { originalUrl?: string }): void {
  const { host, protocol } = new URL(env.publicUrl)
  request.headers.host = host
  request.headers['x-forwarded-host'] = host
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
  request.originalUrl = request.url ?? ''
  const path = request.originalUrl.slice(PREFIX.length)
  // On a shared phone the second person must not meet the first one's session: every sign-in begins without one.
  if (path.startsWith('/auth?')) delete request.headers.cookie
  request.url = path
}

async function finishChoice({
  provider,
  people,
  request,
  response,
}: {
  provider: Provider
  people: Map<string, VerifiedIdentity>
  request: IncomingMessage
  response: ServerResponse
}): Promise<void> {
  const { uid } = await provider.interactionDetails(request, response)
  const answer = readDemoForm(await readForm(request), shanghaiToday(new Date()))
  if (answer.kind === 'refused') {
    keepAttempt(uid, answer.attempt)
    redirectTo(response, `${CHOOSE}${uid}#main`)
    return
  }
  forgetAttempt(uid)
  if (answer.kind === 'cancelled') {
    await provider.interactionFinished(request, response, { error: 'access_denied' })
    return
  }
  const subject = nameSubject(answer.identity)
  people.delete(subject)
  people.set(subject, answer.identity)
  const [oldest] = people.keys()
  if (people.size > MOST_PEOPLE && oldest !== undefined) people.delete(oldest)
  await provider.interactionFinished(request, response, { login: { accountId: subject } })
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BODY_BYTES) throw new Error('the form is too long')
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

function redirectTo(response: ServerResponse, location: string): void {
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end()
}
