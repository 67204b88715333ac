import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { placeOfChannel } from '#lib/domain/channel.ts'
import { refuseStaffAt } from '#lib/domain/place-act.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { type ChannelRecord, lockChannel } from './channel.sql.ts'

export interface ChannelChange<Value> {
  readonly actor: StaffActor
  readonly channelId: string
  /** How it is called on the record. */
  readonly act: string
  readonly detail?: Readonly<Record<string, unknown>>
  readonly now: Date
  readonly change: (client: PoolClient, channel: ChannelRecord) => Promise<Result<Value>>
}

/** One change of a channel by somebody who looks after those of its place, on the record. */
export function changeChannel<Value>(pool: Pool, wish: ChannelChange<Value>): Promise<Result<Value>> {
  const { actor, channelId, act, detail, now, change } = wish
  return poolTransaction(pool, async (client): Promise<Result<Value>> => {
    const channel = isUuid(channelId) ? await lockChannel(client, channelId, now) : undefined
    if (!channel) return refuse('not-found')
    const refused = refuseStaffAt(actor, 'edit-channels', placeOfChannel(channel.regionCode))
    if (refused) return refused
    const changed = await change(client, channel)
    if (!changed.ok) return changed
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act,
      subjectKind: 'channel',
      subjectId: channelId,
      ...(detail ? { detail } : {}),
    })
    return accept(changed.value)
  })
}
