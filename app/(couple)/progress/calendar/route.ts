import { calendarAnswer } from '#app/(couple)/calendar-answer.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { pool } from '#lib/db/pool.ts'
import { findOwnCases } from '#lib/divorce/find-own-cases.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { caseEntries } from '#lib/format/case-calendar.ts'
import { getOffice } from '#lib/office/get-office.ts'

/** The dates of one's own case for a calendar, in neutral words; of a closed one, so that they go from the calendar. */
export async function GET(): Promise<Response> {
  const identity = identityOf(await requireActor('/progress'))
  const [found] = identity ? await findOwnCases(pool(), identity) : []
  if (!found) return new Response(null, { status: 404 })
  const { id, deadlines, provisional, version, status, officeId } = found
  const locale = await speakingLocale()
  const office = await getOffice(officeId)
  const entries = caseEntries(locale, {
    uid: id,
    deadlines,
    provisional,
    location: office?.address[locale] ?? '',
    sequence: version,
    cancelled: status !== 'open',
    now: new Date(),
  })
  return calendarAnswer('dates', entries)
}
