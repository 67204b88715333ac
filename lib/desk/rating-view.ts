import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type RatingLevel, type RatingState, ratingState } from '#lib/domain/rating.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { nameRatingContext } from './name-rating-context.ts'
import type { RatingRow } from './rating.sql.ts'

/** A rating as staff see it: neither whose it is nor the hour, only day, window and words. */
export interface RatingView {
  readonly ticketId: string
  readonly version: number
  readonly level: RatingLevel
  readonly state: RatingState
  readonly ratedOn: CalendarDate
  readonly window: string | undefined
  readonly words: string
  /** How to reach them, where somebody may who looks after it. */
  readonly contact: string
  readonly reply: string | undefined
  readonly contactBy: CalendarDate | undefined
  readonly closeBy: CalendarDate | undefined
  readonly appeal: string | undefined
  /** Whether it is about the one who looks. */
  readonly isOwn: boolean
}

/** Opens the words of a rating; `withContact` also how to reach them. */
export function ratingView(
  row: RatingRow,
  by: { readonly actorId: string; readonly withContact: boolean },
): RatingView {
  const { ticketId, version, level, ratedOn, window, contactBy, closeBy, appeal } = row
  const said = row.sealed
    ? openJson<{ words: string; contact: string }>(nameRatingContext(ticketId, 'words'), row.sealed)
    : { words: '', contact: '' }
  const isOwn = row.staffId === by.actorId
  return {
    ticketId,
    version,
    level,
    state: ratingState(row),
    ratedOn,
    window,
    words: said.words,
    contact: by.withContact && !isOwn ? said.contact : '',
    reply: row.reply && openJson<string>(nameRatingContext(ticketId, 'reply'), row.reply),
    contactBy,
    closeBy,
    appeal,
    isOwn,
  }
}
