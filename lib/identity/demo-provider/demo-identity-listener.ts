import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import type { VerifiedIdentity } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { type Persona, shareDemoDesk } from '../share-demo-desk.ts'
import { nameSubject } from './name-subject.ts'
import { readDemoForm } from './read-demo-form.ts'

export interface DemoSettings {
  /** Our origin, without a slash at the end. */
  readonly publicUrl: string
  readonly dataDir: string
  readonly people: readonly Persona[]
}

export type Listener = (request: IncomingMessage, response: ServerResponse) => void

const PREFIX = '/demo-identity'
const SESSION_COOKIE = 'yd-demo-session'
const CHOOSE = `${PREFIX}/choose/`
const MOST_KEPT = 5000
const MOST_BODY_BYTES = 8192
const WARM_UP_AFTER_MS = 1000

/**
 * Whether the demo service answers this request itself. Its page, `GET /demo-identity/choose/…`, is Next's; the same
 * address takes the page's form.
 */
export function isForDemoIdentity({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  if (!url?.startsWith(`${PREFIX}/`)) return false
  return method === 'POST' || !url.startsWith(CHOOSE)
}

/**
 * The demo identity service, to be mounted on `/demo-identity` for requests that are for it.
 * PERF: the provider's code takes 0.3 s to load; that waits until the process has come up, or for its first caller.
 */
export function demoIdentityListener({ publicUrl, dataDir, people: personas }: DemoSettings): Listener {
  shareDemoDesk().personas = personas
  const people = new Map<string, VerifiedIdentity>()
  let loading:
    | Promise<{ provider: Provider; serve: (...pair: Parameters<Listener>) => Promise<void> }>
    | undefined
  const load = () => {
    loading ??= import('./build-provider.ts').then((room) => {
      const provider = room.buildProvider({
        publicUrl,
        dataDir,
        findIdentity: (subject) => people.get(subject),
      })
      return { provider, serve: provider.callback() }
    })
    // A data folder that could not be written to may be put right: the next caller tries anew.
    loading.catch(() => {
      loading = undefined
    })
    return loading
  }
  setTimeout(load, WARM_UP_AFTER_MS).unref()
  return (request, response) => {
    const choosing = request.url?.startsWith(CHOOSE) === true
    standAtPublicAddress(request, publicUrl)
    load()
      .then(({ provider, serve }) =>
        choosing ? finishChoice({ provider, people, request, response }) : serve(request, response),
      )
      .catch(() => redirectTo(response, '/sign-in?error=expired'))
  }
}

// The provider writes absolute addresses from what it is asked under.
function standAtPublicAddress(request: IncomingMessage & { originalUrl?: string }, publicUrl: string): void {
  const { host, protocol } = new URL(publicUrl)
  request.headers.host = host
  request.headers['x-forwarded-host'] = host
  request.headers['x-forwarded-proto'] = protocol.slice(0, -1)
  request.originalUrl = request.url ?? ''
  request.url = request.originalUrl.slice(PREFIX.length)
  // On a shared phone the second person must not meet the first one's session: the service never remembers anybody.
  const cookies = request.headers.cookie?.split('; ').filter((cookie) => !cookie.startsWith(SESSION_COOKIE))
  if (cookies) request.headers.cookie = cookies.join('; ')
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
  const { personas, attempts } = shareDemoDesk()
  const answer = readDemoForm(await readForm(request), personas, shanghaiToday(new Date()))
  attempts.delete(uid)
  if (answer.kind === 'refused') {
    keepBounded(attempts, uid, answer.attempt)
    redirectTo(response, `${CHOOSE}${uid}`)
    return
  }
  if (answer.kind === 'cancelled') {
    await provider.interactionFinished(request, response, { error: 'access_denied' })
    return
  }
  const subject = nameSubject(answer.identity)
  keepBounded(people, subject, answer.identity)
  await provider.interactionFinished(request, response, { login: { accountId: subject } })
}

// The oldest make room, so that no flood of visitors fills the memory.
function keepBounded<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key)
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
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
  if (response.headersSent) return
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end()
}
