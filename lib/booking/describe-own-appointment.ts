import type { TrailEntry } from '#lib/audit/list-trail.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { openParty } from './open-party.ts'
import type { OwnRows } from './own-data.sql.ts'
import type { AppointmentRecord } from './store.ts'
import { tellTrail } from './tell-trail.ts'
import { viewFor } from './view-for.ts'

/** One appointment in somebody's own data: all of oneself, the other masked, and what lies around it. */
export function describeOwnAppointment(
  record: AppointmentRecord,
  personIndex: Buffer,
  rows: OwnRows,
  allTrail: readonly TrailEntry[],
): Readonly<Record<string, unknown>> {
  const own = record.parties.find((party) => party.personIndex.equals(personIndex))
  if (!own) throw new Error('an appointment of somebody else')
  const { id } = record
  const { role } = own
  const about = <Row extends { readonly appointmentId: string }>(all: readonly Row[]) =>
    all.filter(({ appointmentId }) => appointmentId === id).map(({ appointmentId, ...rest }) => rest)
  const [mine] = about(rows.own)
  const corrections = about(rows.corrections)
  const trail = tellTrail(allTrail, {
    appointmentId: id,
    hasAsked: [
      ...(mine?.care ? ['care' as const] : []),
      ...(corrections.length > 0 ? ['correction' as const] : []),
    ],
  })
  const other = viewFor(record, role).parties.find((party) => !party.self)
  // Who has cancelled has said why to the office, not to the other.
  const hasCancelled = trail.some(({ act, who }) => act === 'appointment-cancelled' && who === 'you')
  return {
    code: record.code,
    service: record.service,
    officeId: record.officeId,
    date: record.date,
    startTime: record.startTime,
    endTime: record.endTime,
    status: record.status,
    createdAt: record.createdAt,
    confirmedAt: record.confirmedAt ?? null,
    endedAt: record.endedAt ?? null,
    endReason: hasCancelled ? (record.endReason ?? null) : null,
    moveCount: mine?.moveCount ?? 0,
    you: {
      role,
      partyType: own.partyType,
      ...openParty(id, role, own.sealed),
      locale: own.locale,
      agreedAt: own.agreedAt ?? null,
      comingAskedAt: mine?.comingAskedAt ?? null,
      comingAt: mine?.comingAt ?? null,
      care: mine?.care ? openJson(`care ${id} ${role}`, mine.care) : null,
    },
    other: other
      ? {
          name: other.name,
          documentType: other.documentType,
          documentNumber: other.documentNumber,
          partyType: other.partyType,
          agreed: other.agreed,
        }
      : null,
    messages: about(rows.messages),
    corrections: corrections.map(({ id: requestId, sealed, ...rest }) => ({
      ...rest,
      text: openJson<{ text: string }>(`correction ${requestId}`, sealed).text,
    })),
    noShow: about(rows.noShows)[0] ?? null,
    record: trail.map(({ id: _, subjectId, ...entry }) => entry),
  }
}
