import { type Calendar, firstWorkdayFrom } from './calendar.ts'
import { addDays, type CalendarDate } from './calendar-date.ts'
import { shanghaiToday } from './clock.ts'
import type { RatingTerms } from './rating-terms.ts'
import { accept, type Result, refuse } from './refusal.ts'
import type { Ticket } from './ticket.ts'

/** Very satisfied, satisfied, fairly satisfied, dissatisfied, very dissatisfied. GB/T 39734-2020. */
export const RATING_LEVELS = [5, 4, 3, 2, 1] as const
export type RatingLevel = (typeof RATING_LEVELS)[number]

/** So long after the visit a message asks how it was: not at the window, where it can be said at once. */
export const RATING_ASKED_AFTER_MINUTES = 60

/** So long after the end of a visit the tablet of its window asks about it, unless the next couple is called. */
export const TABLET_OFFER_MINUTES = 10

/** What people wrote, what is written back, and what a clerk says of it. */
export const RATING_WORDS = 500
export const RATING_CONTACT = 100

/** The two lowest are bad ratings: each is looked into and answered. 国办发〔2019〕51号. */
export function isLowRating(level: RatingLevel): boolean {
  return level <= 2
}

/** Until when a bad rating of this day has to be answered first, and closed. */
export function ratingDues(
  calendar: Calendar,
  on: CalendarDate,
  terms: Pick<RatingTerms, 'ratingContactDays' | 'ratingCloseDays'>,
): { readonly contactBy: CalendarDate; readonly closeBy: CalendarDate } {
  return {
    contactBy: workdaysAfter(calendar, on, terms.ratingContactDays),
    closeBy: workdaysAfter(calendar, on, terms.ratingCloseDays),
  }
}

function workdaysAfter(calendar: Calendar, day: CalendarDate, count: number): CalendarDate {
  let found = day
  for (let left = count; left > 0; left -= 1) found = firstWorkdayFrom(calendar, addDays(found, 1))
  return found
}

/** Whether a visit can be rated now: it has ended, not too long ago, and nobody has rated it. One visit, one rating. */
export function decideRating(
  ticket: Pick<Ticket, 'state' | 'date'>,
  { isRated, openDays, now }: { readonly isRated: boolean; readonly openDays: number; readonly now: Date },
): Result<undefined> {
  if (isRated) return refuse('not-allowed', [{ path: 'ticketId', reason: 'already-rated' }])
  if (ticket.state !== 'done') return refuse('not-allowed', [{ path: 'ticketId', reason: 'visit-not-over' }])
  if (addDays(ticket.date, openDays) < shanghaiToday(now))
    return refuse('not-allowed', [{ path: 'ticketId', reason: 'rating-closed' }])
  return accept(undefined)
}

/** What has to be done about a rating: nothing for a good one, and for a bad one until it is closed. */
export type RatingState = 'good' | 'to-contact' | 'to-close' | 'appealed' | 'closed' | 'dismissed'

/** What became of a rating, as it is kept. */
export interface RatingFacts {
  readonly level: RatingLevel
  readonly contactedAt: Date | undefined
  readonly closedAt: Date | undefined
  readonly appealedAt: Date | undefined
  readonly appealAnswer: 'upheld' | 'rejected' | undefined
}

/** How a rating stands. An appeal that was upheld takes it out of the count: a mistake, or malice. */
export function ratingState(rating: RatingFacts): RatingState {
  if (!isLowRating(rating.level)) return 'good'
  if (rating.appealAnswer === 'upheld') return 'dismissed'
  if (rating.appealedAt && !rating.appealAnswer) return 'appealed'
  if (rating.closedAt) return 'closed'
  return rating.contactedAt ? 'to-close' : 'to-contact'
}

/** How many gave each level; what an upheld appeal has taken out is not counted. */
export function countRatings(ratings: readonly RatingFacts[]): ReadonlyMap<RatingLevel, number> {
  const counted = ratings.filter((rating) => ratingState(rating) !== 'dismissed')
  return new Map(
    RATING_LEVELS.map((level) => [level, counted.filter((rating) => rating.level === level).length]),
  )
}

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
