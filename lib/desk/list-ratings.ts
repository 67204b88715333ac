import { noteView } from '#lib/audit/note-view.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { countRatings, type RatingLevel, type RatingState, type RatingView } from '#lib/domain/rating.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { horizonOf } from '#lib/domain/retention.ts'
import { openGate } from './open-gate.ts'
import { readRatings } from './rating.sql.ts'
import { ratingView } from './rating-view.ts'

/** So far back ratings are listed and counted. */
const LISTED_DAYS = 90

export interface RatingList {
  readonly ratings: readonly RatingView[]
  readonly counts: ReadonlyMap<RatingLevel, number>
  readonly days: number
}

/** The ratings of an office: what is due first, by its day; then the rest, newest first. That somebody looked is on the record. */
export async function listRatings(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<Result<RatingList>> {
  const { actor, now } = wish
  const place = await openGate(pool, wish, 'see-ratings')
  if ('ok' in place) return place
  const rows = await readRatings(pool, { officeId: place.id, since: horizonOf(now, LISTED_DAYS).at })
  const withContact = mayDo(actor.grants, 'answer-rating', place)
  await noteView(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'ratings-seen',
    subjectKind: 'office',
    subjectId: place.id,
    officeId: place.id,
  })
  const ratings = rows.map((row) => ratingView(row, { actorId: actor.id, withContact }))
  return accept({ ratings: ratings.sort(byDue), counts: countRatings(rows), days: LISTED_DAYS })
}

const ORDER: readonly RatingState[] = ['to-contact', 'appealed', 'to-close', 'closed', 'dismissed', 'good']
const OPEN = 3

function byDue(one: RatingView, other: RatingView): number {
  const [first, second] = [ORDER.indexOf(one.state), ORDER.indexOf(other.state)]
  if (first >= OPEN && second >= OPEN) return 0
  return first - second || dueOf(one).localeCompare(dueOf(other))
}

function dueOf({ state, contactBy, closeBy }: RatingView): string {
  return (state === 'to-contact' ? contactBy : closeBy) ?? ''
}
