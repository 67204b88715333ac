import type { PoolClient } from '#lib/db/pool.ts'
import { lockApproved } from './store.ts'

/** What another has agreed to, in the transaction that does it; undefined when nobody has, or it is too old. */
export function takeApproval(
  client: PoolClient,
  wish: { readonly id: string; readonly kind: string; readonly now: Date },
): Promise<unknown> {
  return lockApproved(client, wish)
}
