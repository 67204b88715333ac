import { lookup as resolve } from 'node:dns'
import { type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { mayReach } from './may-reach.ts'
import { signWebhook, type WebhookMessage } from './sign-webhook.ts'

const PATIENCE_MS = 5000

/** What came of a try: the HTTP status that was answered, or why there was none. */
export type WebhookAnswer =
  | { readonly status: number }
  | { readonly fault: 'private-address' | 'timeout' | 'unreachable' }

/**
 * Sends a signed message, once. Never follows a redirect, waits five seconds at most, and connects only to addresses
 * that it has judged itself, so that a name cannot lead elsewhere between the check and the connection.
 */
export function postWebhook(
  { url, secrets }: { readonly url: string; readonly secrets: readonly string[] },
  message: WebhookMessage,
): Promise<WebhookAnswer> {
  const to = new URL(url)
  const literal = to.hostname.replace(/^\[|\]$/g, '')
  if (isIP(literal) !== 0 && !mayReach(to, literal)) return Promise.resolve({ fault: 'private-address' })
  const patience = AbortSignal.timeout(PATIENCE_MS)
  const options: RequestOptions = {
    method: 'POST',
    agent: false,
    signal: patience,
    lookup: lookupFor(to),
    headers: {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(message.body),
      'User-Agent': 'Yueding-Webhooks/1',
      ...signWebhook(secrets, message),
    },
  }
  return new Promise((settle) => {
    const request = to.protocol === 'https:' ? requestHttps(to, options) : requestHttp(to, options)
    request.on('response', (response) => {
      settle({ status: response.statusCode ?? 0 })
      // Nobody reads what else is said; a body that never ends is cut when the patience is over.
      response.on('error', () => undefined).resume()
    })
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === PRIVATE) settle({ fault: 'private-address' })
      else settle({ fault: patience.aborted ? 'timeout' : 'unreachable' })
    })
    request.end(message.body)
  })
}

const PRIVATE = 'EPRIVATE'

// One private address among several is enough to refuse: which of them is taken would be chance.
function lookupFor(to: URL): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? []
      if (error) callback(error, '')
      else if (!first || !addresses.every(({ address }) => mayReach(to, address))) {
        callback(Object.assign(new Error('a private address'), { code: PRIVATE }), '')
      } else if (options.all) callback(null, addresses)
      else callback(null, first.address, first.family)
    })
  }
}
