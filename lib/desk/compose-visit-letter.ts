import type { Pool } from '#lib/db/pool.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { USUAL_QUIET } from '#lib/domain/contact.ts'
import { HOME_VISIT_TRUE_IN, isHomeVisitNews } from '#lib/domain/home-visit.ts'
import { type ComposedLetter, type DueLetter, isOldNews } from '#lib/domain/letter.ts'
import { scopePath } from '#lib/domain/scope-path.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { reachPerson } from '#lib/identity/reach-person.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { findVisit } from './home.sql.ts'
import { openHomeVisit } from './open-home-visit.ts'

/**
 * What one of the people of a visit is told, read from the row as it stands now, or that it has been overtaken. Neither
 * the address nor what the visit is for: somebody else may see the screen.
 */
export async function composeVisitLetter(pool: Pool, message: DueLetter, now: Date): Promise<ComposedLetter> {
  const { event, role, detail, sealed } = message
  const about = sealed && openJson<{ readonly visitId: string }>('visit-letter', sealed)
  const visit = about && (await findVisit(pool, about.visitId))
  const person = visit && openHomeVisit(visit).people[role - 1]
  if (!visit || !person || !isHomeVisitNews(event)) return { state: 'superseded' }
  const isOfThisTime =
    (detail.date ?? visit.visitOn) === visit.visitOn &&
    (detail.startTime ?? visit.startTime) === visit.startTime
  if (visit.state !== HOME_VISIT_TRUE_IN[event] || !isOfThisTime) return { state: 'superseded' }
  const { visitOn, startTime, regionCode } = visit
  const isPlanned = visit.state === 'planned' && visitOn && startTime
  const expiresAt = isPlanned ? instantAt(visitOn, startTime) : undefined
  if (isOldNews(message.dueAt, now) || (expiresAt && expiresAt <= now)) return { state: 'too-late' }
  const office = await getOffice(visit.officeId)
  const { askedBy } = openHomeVisit(visit)
  const personIndex = role === 1 && askedBy ? Buffer.from(askedBy, 'base64') : undefined
  const to = personIndex
    ? await reachPerson(pool, personIndex, person.phone)
    : ({ medium: 'sms', address: person.phone, ...USUAL_QUIET } as const)
  if (!to) return { state: 'dead-address' }
  return {
    state: 'ready',
    to,
    personIndex,
    path: scopePath({ id: visit.officeId, regionCode }),
    expiresAt,
    facts: {
      kind: event,
      ...(isPlanned ? { date: visitOn, startTime } : {}),
      ...(office ? { office: { ...office, regionCode } } : {}),
      // As the messages can choose by it.
      reason: visit.endReason?.replaceAll('-', '_'),
    },
  }
}
