import { type RatingView, ratingState } from '#lib/domain/rating.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { nameRatingContext } from './name-rating-context.ts'
import type { RatingRow } from './rating.sql.ts'

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
