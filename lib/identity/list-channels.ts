import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { placeOfChannel } from '#lib/domain/channel.ts'
import type { OfficePlace } from '#lib/domain/permissions.ts'
import { mayDoAt } from '#lib/domain/place-act.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { scopePath } from '#lib/domain/scope-path.ts'
import { type ChannelRecord, selectChannels } from './channel.sql.ts'

/** The channels of the places somebody looks after, and those that serve the office where they stand. */
export async function listChannels(
  pool: Pool,
  { actor, office, now }: { readonly actor: StaffActor; readonly office: OfficePlace; readonly now: Date },
): Promise<Result<readonly ChannelRecord[]>> {
  const refused = refuseStaff(actor, 'see-channels', office)
  if (refused) return refused
  const above = scopePath(office)
  const channels = await selectChannels(pool, now)
  return accept(
    channels.filter(({ regionCode }) => {
      const place = placeOfChannel(regionCode)
      return (
        mayDoAt(actor.grants, 'see-channels', place) ||
        above.some(({ scope, scopeId }) => scope === place.scope && scopeId === place.scopeId)
      )
    }),
  )
}
