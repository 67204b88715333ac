import { isIP } from 'node:net'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isDemoReceiver } from './is-demo-receiver.ts'
import { mayReach } from './may-reach.ts'

/**
 * The address of a webhook as a channel typed it: https, no name and password in it, nothing that is plainly private.
 * A name is resolved, and its addresses judged, whenever something is sent. Refuses `invalid-input` at `url`.
 */
export function readWebhookUrl(typed: string): Result<URL> {
  const fault = (reason: string) => refuse('invalid-input', [{ path: 'url', reason }])
  if (!URL.canParse(typed)) return fault('wrong-value')
  const url = new URL(typed)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isDemoReceiver(url))) {
    return refuse('invalid-input', [{ path: 'url', reason: 'not-https' }])
  }
  if (url.username || url.password || url.hash) return fault('wrong-value')
  const literal = url.hostname.replace(/^\[|\]$/g, '')
  const isPrivate = isIP(literal) !== 0 && !mayReach(url, literal)
  return isPrivate ? refuse('invalid-input', [{ path: 'url', reason: 'private-address' }]) : accept(url)
}
