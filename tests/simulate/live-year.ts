import { keepHorizon } from '#lib/booking/keep-horizon.ts'
import type { Pool } from '#lib/db/pool.ts'
import { adoptNotice } from '#lib/desk/adopt-notice.ts'
import type { DivorceCase } from '#lib/divorce/get-case.ts'
import { getCase } from '#lib/divorce/get-case.ts'
import { lapseCases } from '#lib/divorce/lapse-cases.ts'
import { recomputeCases } from '#lib/divorce/recompute-cases.ts'
import { remindParties } from '#lib/divorce/remind-parties.ts'
import { isRestDay } from '#lib/domain/calendar.ts'
import { addDays, type CalendarDate, daysBetween, daysFrom, weekdayOf } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import type { CaseDates } from '#lib/domain/cooling-off.ts'
import { previewNotice } from '#lib/office/preview-notice.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import { NOTICE_2027 } from '#tests/support/made-up-notice.ts'
import { type Acts, close, partiesOf, REAL_ACTS } from './acts.ts'
import { drawLives, type Life } from './draw-lives.ts'
import { findCasesWithoutSeat, findWrongs, type Wrong } from './find-wrongs.ts'
import { openTown } from './open-town.ts'
import { bookVisit, findVisitsOn } from './visit.ts'

/** Two periods of thirty days with the longest rests after them, and a day to lapse. */
const LAST_DAYS = 85

export interface YearWish {
  readonly seed: string
  readonly count: number
  /** Days on which applications are accepted. */
  readonly from: CalendarDate
  readonly until: CalendarDate
  /** When the notice for the next year is entered. */
  readonly noticeOn: CalendarDate
  readonly windows: number
  readonly acts?: Acts
}

export interface LivedYear {
  readonly wrongs: readonly Wrong[]
  readonly ended: Readonly<Record<string, number>>
  readonly movedCases: number
  readonly bookedVisits: number
  readonly days: number
}

interface Couple {
  readonly life: Life
  found: DivorceCase
  hasTried: boolean
}

/**
 * Lives a year day by day through the real verbs with an injected clock: acceptances, withdrawals, certificates, attempts
 * that the law refuses, the timed work of every day, and the notice for the next year in the middle of it. Tells what was
 * wrong, day by day and at the end.
 */
export async function liveYear(pool: Pool, wish: YearWish): Promise<LivedYear> {
  const { seed, count, from, until, noticeOn, windows, acts = REAL_ACTS } = wish
  const days = daysFrom(from, addDays(until, LAST_DAYS))
  const offices = await openTown(pool, days, windows)
  const calendar = await readCalendar(pool)
  const workdays = daysFrom(from, until).filter((day) => !isRestDay(calendar, day))
  const lives = Map.groupBy(drawLives({ seed, count, workdays, offices }), ({ acceptedOn }) => acceptedOn)
  const couples = new Map<string, Couple>()
  const wrongs: Wrong[] = []
  let movedCases = 0
  const booked = { count: 0 }
  for (const [index, day] of days.entries()) {
    if (index % 7 === 0) await keepHorizon(pool, instantAt(day, '00:05'))
    await recomputeCases(pool, instantAt(day, '00:08'))
    await lapseCases(pool, instantAt(day, '00:10'))
    await acts.renew(pool, instantAt(day, '00:20'))
    if (day === noticeOn) movedCases = await enterNotice(pool, couples, instantAt(day, '08:00'))
    await remindParties(pool, instantAt(day, '09:00'))
    for (const life of lives.get(day) ?? []) {
      const accepted = await acts.accept(pool, life, instantAt(day, '09:30'))
      if (accepted.ok) couples.set(accepted.value.id, { life, found: accepted.value, hasTried: false })
      else wrongs.push({ what: 'an application was refused', which: JSON.stringify(accepted) })
    }
    wrongs.push(...(await liveDay(pool, couples, day, booked)))
    wrongs.push(...(await findCasesWithoutSeat(pool, day)))
  }
  wrongs.push(...(await findWrongs(pool)))
  const { rows } = await pool.query('SELECT status, count(*)::int AS count FROM divorce_case GROUP BY status')
  const ended = Object.fromEntries(rows.map((row) => [row.status, row.count]))
  return { wrongs, ended, movedCases, bookedVisits: booked.count, days: days.length }
}

/** What the couples do on a day; what the law does not allow has to be refused. */
async function liveDay(
  pool: Pool,
  couples: Map<string, Couple>,
  day: CalendarDate,
  booked: { count: number },
): Promise<Wrong[]> {
  const wrongs: Wrong[] = []
  const visits = await findVisitsOn(pool, day)
  const on = { day, now: instantAt(day, '10:00') }
  for (const [caseId, couple] of couples) {
    const { life, found } = couple
    const { deadlines } = found
    if (life.intent === 'issue' && day === addDays(life.acceptedOn, 1 + Math.floor(life.when * 25))) {
      const from = addDays(deadlines.certWindowStart, lengthInto(life, deadlines))
      if (await bookVisit(pool, found, { parties: partiesOf(life.number), from, now: on.now }))
        booked.count += 1
    }
    if (day > deadlines.certWindowEnd) couples.delete(caseId)
    const wanted = wantedOn(couple, day, visits.has(caseId))
    if (!wanted) continue
    couple.hasTried = true
    const done = await close(pool, caseId, wanted.act, on)
    if (done) couples.delete(caseId)
    if (done !== wanted.isLegal)
      wrongs.push({ what: `${wanted.act} was ${done ? 'done' : 'refused'}`, which: `${caseId} on ${day}` })
  }
  return wrongs
}

/** So many days after the window has opened a couple is ready for the certificate. */
function lengthInto({ when }: Life, { certWindowStart, certWindowEnd }: CaseDates): number {
  return Math.floor(when * (daysBetween(certWindowStart, certWindowEnd) + 1))
}

function wantedOn({ life, found, hasTried }: Couple, day: CalendarDate, hasVisit: boolean) {
  const { coolingOffEnd, certWindowStart, certWindowEnd } = found.deadlines
  const into = (first: CalendarDate, last: CalendarDate) =>
    addDays(first, Math.floor(life.when * (daysBetween(first, last) + 1)))
  switch (life.intent) {
    case 'withdraw':
      return day === into(life.acceptedOn, coolingOffEnd)
        ? ({ act: 'withdraw', isLegal: true } as const)
        : undefined
    case 'withdraw-late':
      return !hasTried && day === into(certWindowStart, certWindowEnd)
        ? ({ act: 'withdraw', isLegal: false } as const)
        : undefined
    case 'issue-early':
      return !hasTried && day === into(life.acceptedOn, coolingOffEnd)
        ? ({ act: 'issue', isLegal: false } as const)
        : undefined
    case 'issue':
      // A Saturday suits everybody.
      return hasVisit && (weekdayOf(day) === 6 || day >= into(certWindowStart, certWindowEnd))
        ? ({ act: 'issue', isLegal: true } as const)
        : undefined
    case 'stay-away':
      return undefined
  }
}

async function enterNotice(pool: Pool, couples: Map<string, Couple>, now: Date): Promise<number> {
  const notice = { text: NOTICE_2027, year: 2027, source: 'made up for the simulation', by: 'admin', now }
  const preview = await previewNotice(pool, notice)
  if (!preview.ok) throw new Error(JSON.stringify(preview))
  const adopted = await adoptNotice(pool, { ...notice, picture: preview.value.picture })
  if (!adopted.ok) throw new Error(JSON.stringify(adopted))
  for (const caseId of adopted.value.movedCases) {
    const [couple, found] = [couples.get(caseId), await getCase(pool, caseId)]
    if (couple && found) couple.found = found
  }
  return adopted.value.movedCases.length
}
