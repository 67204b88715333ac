import { randomUUIDv7 } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { placeOfChannel } from '#lib/domain/channel.ts'
import { refuseStaffAt } from '#lib/domain/place-act.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { insertChannel } from './channel.sql.ts'
import type { ChannelInput } from './schema.ts'

/** A new channel of a region or the nation, without a key yet; its id. */
export function makeChannel(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    /** GB/T 2260; `null`: the nation's. */
    readonly regionCode: string | null
    readonly input: ChannelInput
    readonly now: Date
  },
): Promise<Result<string>> {
  const { actor, regionCode, input, now } = wish
  return poolTransaction(pool, async (client): Promise<Result<string>> => {
    const refused = refuseStaffAt(actor, 'edit-channels', placeOfChannel(regionCode))
    if (refused) return refused
    const id = randomUUIDv7()
    await insertChannel(client, { id, regionCode, ...input, now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'channel-made',
      subjectKind: 'channel',
      subjectId: id,
      detail: { ...input, regionCode },
    })
    return accept(id)
  })
}
