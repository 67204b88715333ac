import type { Pool } from '#lib/db/pool.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { placesAWeek, type WeekPlaces } from '#lib/domain/places-a-week.ts'
import type { Quota } from '#lib/domain/quota.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { type OfferRule, tellOfferRules } from '#lib/office/tell-offer-rules.ts'
import { type KeptLane, readChannels, readLanes, readQuotas } from './hours.sql.ts'
import { findPlaceOf } from './week.sql.ts'

/** What an office offers, as rules. */
export interface OfficeHours {
  readonly name: LocalizedText
  readonly lanes: readonly (KeptLane & { readonly places: WeekPlaces })[]
  readonly quotas: readonly Quota[]
  readonly channels: readonly { readonly id: string; readonly name: string }[]
  /** How far ahead, until when and from when on is booked, and where that is laid down. */
  readonly offer: readonly OfferRule[]
  readonly mayEdit: boolean
}

/** The lanes of an office with their rules, what these come to, the limits beside them and how far ahead is booked. */
export async function showHours(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<Result<OfficeHours>> {
  const { actor, officeId, now } = wish
  const place = await findPlaceOf(pool, officeId)
  if (!place) return refuse('not-found')
  const refusal = refuseStaff(actor, 'see-week', place)
  if (refusal) return refusal
  const today = shanghaiToday(now)
  const [lanes, quotas, channels, offer] = await Promise.all([
    readLanes(pool, officeId),
    readQuotas(pool, officeId, today),
    readChannels(pool),
    tellOfferRules(pool, officeId, now),
  ])
  return accept({
    name: place.name,
    lanes: lanes.map((lane) => ({ ...lane, places: placesAWeek(lane, today) })),
    quotas,
    channels,
    offer,
    mayEdit: mayDo(actor.grants, 'edit-hours', place),
  })
}
