import type { Pool } from '#lib/db/pool.ts'
import type { ChannelActor } from '#lib/domain/actor.ts'
import { type DeliveryRecord, selectDeliveries } from './webhook.sql.ts'

const MOST = 100

/** The last hundred changes that a channel was told or is to be told, the latest first. */
export function listDeliveries(pool: Pool, actor: ChannelActor): Promise<DeliveryRecord[]> {
  return selectDeliveries(pool, actor.id, MOST)
}
