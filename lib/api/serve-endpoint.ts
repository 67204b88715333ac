import { keySchema } from '#lib/booking/schema.ts'
import { tally } from '#lib/db/tally.ts'
import type { Actor } from '#lib/domain/actor.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { chooseLocale } from '#lib/i18n/choose-locale.ts'
import { drawRandom } from '#lib/identity/draw-random.ts'
import { log } from '#lib/log.ts'
import { type ApiContext, type Asked, askedBy } from './asked.ts'
import { clientAddress } from './client-address.ts'
import { type AnyCall, type Endpoint, isWriting } from './endpoint.ts'
import { isOutage } from './fault.ts'
import { actFor, identifyCaller } from './identify-caller.ts'
import { malformed, problemReply, type Refused } from './problem.ts'
import { readBody } from './read-body.ts'
import { readInput, readQuery } from './read-input.ts'
import { isReply, jsonReply, NOT_STORED, type Reply, sendReply } from './reply.ts'

/** Nobody waits longer than this; what became of a write is then told by its idempotency key. */
const PATIENCE_MS = 8000

type Outcome = Reply | Refused

/** Serves one endpoint: who asks, how often, what; then its verb; and a refusal or fault in words. */
export function serveEndpoint(endpoint: Endpoint): (context: ApiContext) => Promise<Response> {
  return async (context) => {
    const traceId = drawRandom(8).toString('hex')
    const asked = askedBy(context)
    const locale = chooseLocale(undefined, asked.header('accept-language'))
    const outcome = await inTime(answer(endpoint, { context, asked, locale })).catch((fault: unknown) =>
      ofFault(fault, traceId),
    )
    const reply = isReply(outcome) ? outcome : problemReply(locale, outcome, traceId)
    if (!isReply(outcome)) logRefusal(endpoint, outcome, reply.status, traceId)
    return sendReply(context.env, isReply(outcome) ? withTrace(reply, traceId) : reply)
  }
}

/** An answer to a request that leads to no endpoint. */
export function serveRefusal(context: ApiContext, refused: Refused): Response {
  const traceId = drawRandom(8).toString('hex')
  const locale = chooseLocale(undefined, context.req.header('accept-language'))
  return sendReply(context.env, problemReply(locale, refused, traceId))
}

async function answer(
  endpoint: Endpoint,
  { context, asked, locale }: { context: ApiContext; asked: Asked; locale: Locale },
): Promise<Outcome> {
  const now = new Date()
  const address = clientAddress(context.env)
  const caller = await identifyCaller({ asked, endpoint, address, now })
  if (!caller.ok) return caller
  const query = readQuery(endpoint.query, asked.url)
  if (!query.ok) return query
  const params = endpoint.params ? readInput(endpoint.params, context.req.param()) : NOTHING
  if (!params.ok) return params
  const key = isWriting(endpoint.access) ? readKey(asked) : NOTHING
  if (!key.ok) return key
  const body = endpoint.body ? await readTypedBody(endpoint, asked, context) : NOTHING
  if (!body.ok) return body
  const actor = endpoint.access === 'write' ? actFor(caller.actor as Actor, body.value, now) : undefined
  if (actor && !actor.ok) return actor
  const call: AnyCall = {
    query: query.value,
    params: params.value,
    body: body.value,
    actor: actor?.value ?? caller.actor,
    key: key.value,
    client: caller.client,
    locale,
    now,
    header: asked.header,
  }
  const result = await endpoint.handle(call)
  if (isReply(result)) return result
  return result.ok ? answerReply(endpoint, result.value, locale) : result
}

const NOTHING: { readonly ok: true; readonly value: undefined } = { ok: true, value: undefined }

async function readTypedBody(
  endpoint: Endpoint,
  asked: Asked,
  context: ApiContext,
): ReturnType<typeof readBody> {
  const body = await readBody(asked, context)
  return body.ok && endpoint.body ? readInput(endpoint.body, body.value) : body
}

function readKey({ header }: Asked): { readonly ok: true; readonly value: string } | Refused {
  const key = header('idempotency-key')
  if (key === undefined) return malformed('Idempotency-Key', 'required')
  const parsed = keySchema.safeParse(key.toLowerCase())
  return parsed.success ? { ok: true, value: parsed.data } : malformed('Idempotency-Key', 'uuid')
}

function answerReply(endpoint: Endpoint, value: unknown, locale: Locale): Reply {
  return jsonReply(endpoint.status ?? 200, value, {
    'Content-Language': locale,
    Vary: 'Accept-Language',
    ...NOT_STORED,
  })
}

function withTrace(reply: Reply, traceId: string): Reply {
  return { ...reply, headers: { ...reply.headers, 'X-Trace-Id': traceId } }
}

function inTime<Value>(work: Promise<Value>): Promise<Value | Refused> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve({ ok: false, reason: 'overloaded' }), PATIENCE_MS)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

function ofFault(fault: unknown, traceId: string): Refused {
  const outage = isOutage(fault)
  log.error({ traceId, err: fault }, outage ? 'the database does not answer' : 'a request failed')
  return { ok: false, reason: outage ? 'overloaded' : 'fault' }
}

function logRefusal({ id }: Endpoint, refused: Refused, status: number, traceId: string): void {
  tally('refusals', refused.reason)
  const line = { traceId, endpoint: id, status, reason: refused.reason }
  if (status === 401 || status === 403 || status === 429) log.warn(line, 'denied')
  else if (refused.reason === 'overloaded') log.warn(line, 'overloaded')
  else log.debug(line, 'refused')
}
