import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { partyOf } from './party-of.ts'
import type { AppointmentRecord } from './store.ts'
import { type AppointmentView, viewFor } from './view-for.ts'

/** What this actor may see of an appointment; undefined when it is none of their business. */
export function appointmentView(record: AppointmentRecord, actor: Actor): AppointmentView | undefined {
  const own = partyOf(record, identityOf(actor))
  const isItsChannel = actor.kind === 'channel' && record.channelId === actor.id
  if (!own && !isItsChannel) return undefined
  return viewFor(record, own?.role)
}
