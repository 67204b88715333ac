import { env } from '#lib/env.ts'
import { isDemoReceiver } from './is-demo-receiver.ts'
import { isPublicAddress } from './is-public-address.ts'

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1)$/

/**
 * Whether what goes to this URL may go to that IP address. A channel could otherwise have us knock at doors inside our
 * own network (server-side request forgery).
 */
export function mayReach(url: URL, address: string): boolean {
  if (isDemoReceiver(url)) return LOOPBACK.test(address)
  return env.webhookPrivate || isPublicAddress(address)
}
