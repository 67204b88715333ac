import { type CalendarPicture, lookAtCalendar } from '#lib/capacity/look-at-calendar.ts'
import type { Pool } from '#lib/db/pool.ts'
import { type CaseMove, previewMoves } from '#lib/divorce/preview-moves.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { calendarWithNotice } from '#lib/domain/calendar-with-notice.ts'
import { type NoticeChoice, noticeChoicesFor } from '#lib/domain/notice-choice.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { type NoticePreview, previewNotice } from '#lib/office/preview-notice.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/** So many of the cases that would move are named; the others are counted. */
const MOST_NAMED = 20

/** What a notice says, what it would change in the calendar, and which open cases would follow it. */
export interface CalendarPreview extends NoticePreview {
  /** Places and couples of all offices, day by day. */
  readonly offices: CalendarPicture
  /** What this member of staff may choose for the couples; nothing where nobody is concerned. */
  readonly choices: readonly NoticeChoice[]
  readonly moves: { readonly count: number; readonly first: readonly CaseMove[] }
}

/** A notice as it was pasted, by whom. */
export interface NoticeLook {
  readonly actor: StaffActor
  /** Where they sit. */
  readonly at: string
  readonly text: string
  readonly year: number
  readonly now: Date
}

/**
 * Looks at a notice before it is entered. A notice is the whole nation's: whoever keeps the calendar of their own place
 * may look. Everything wrong with it is told by line. Changes nothing.
 */
export async function previewCalendar(
  pool: Pool,
  { actor, at, text, year, now }: NoticeLook,
): Promise<Result<CalendarPreview>> {
  const refusal = await refuseAtOffice(actor, 'import-calendar', at)
  if (refusal) return refusal
  const preview = await previewNotice(pool, { text, year })
  if (!preview.ok) return preview
  const { days, changes } = preview.value
  const before = await readCalendar(pool)
  const calendar = calendarWithNotice(before, year, days)
  const moves = await previewMoves(pool, { calendar, most: MOST_NAMED, now })
  const offices = await lookAtCalendar(pool, { before, after: calendar, changes, now })
  const places = offices.concerned.map(({ officeId: id, regionCode }) => ({ id, regionCode }))
  const choices = noticeChoicesFor(actor.grants, places)
  return accept({ ...preview.value, moves, offices, choices })
}
