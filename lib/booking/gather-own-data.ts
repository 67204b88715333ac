import { listTrail, type TrailEntry } from '#lib/audit/list-trail.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { findOwnCases } from '#lib/divorce/find-own-cases.ts'
import { type Actor, identityOf } from '#lib/domain/actor.ts'
import { normalizeNumber } from '#lib/domain/identity-number.ts'
import type { JourneyAnswers } from '#lib/domain/journey.ts'
import { maskName, maskNumber, maskPhone } from '#lib/domain/masking.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { findContact } from '#lib/identity/find-contact.ts'
import { indexPerson } from '#lib/identity/index-person.ts'
import { openJson } from '#lib/identity/open-json.ts'
import { describeOwnAppointment } from './describe-own-appointment.ts'
import { describeOwnCase } from './describe-own-case.ts'
import { describeOwnWait } from './describe-own-wait.ts'
import { readOwnRows } from './own-data.sql.ts'
import { settleOverdue } from './settle-overdue.ts'
import { listByPerson } from './store.ts'

const MOST_ENTRIES = 2000

/**
 * Everything that the house keeps of the one who asks, as plain values ready for JSON (个人信息保护法 art. 45); the shape
 * is told in docs/own-data.md. Of the other of the two only what is shown to them anyway: masked. Only for somebody who
 * has signed in as themselves; the asking goes on the record.
 */
export async function gatherOwnData(
  pool: Pool,
  actor: Actor,
  now: Date,
): Promise<Result<Readonly<Record<string, unknown>>>> {
  const identity = actor.kind === 'person' ? identityOf(actor) : undefined
  if (!identity) return refuse('not-allowed')
  const { documentType } = identity
  const index = indexPerson(documentType, normalizeNumber(identity.documentNumber))
  await settleOverdue(pool, now, { personIndexes: [index] })
  const records = await listByPerson(pool, index)
  const rows = await readOwnRows(pool, index)
  const contact = await findContact(pool, index)
  const viewer = { viewerId: actor.id, viewerIndex: index, limit: MOST_ENTRIES }
  const cases = await findOwnCases(pool, identity)
  const subjectIds = [...records, ...cases].map(({ id }) => id)
  const trail = await listTrail(pool, { ...viewer, subjectIds })
  const account = await listTrail(pool, { ...viewer, subjectIds: [actor.id] })
  await writeEntry(pool, {
    at: now,
    actorKind: 'person',
    actorId: actor.id,
    act: 'own-data-downloaded',
    subjectKind: 'person',
    subjectId: actor.id,
  })
  return accept({
    format: 'yueding-own-data/1',
    madeAt: now,
    person: {
      name: identity.name,
      documentType,
      documentNumber: identity.documentNumber,
      phone: identity.phone ?? null,
    },
    accounts: rows.accounts,
    contact: contact ?? null,
    appointments: records.map((record) => describeOwnAppointment(record, index, rows, trail)),
    cases: cases.map((found) => describeOwnCase(found, index, trail)),
    waiting: rows.waiting.map(describeOwnWait),
    drafts: rows.drafts.map(({ id, sealed, updatedAt }) => ({
      updatedAt,
      answers: masked(openJson<JourneyAnswers>(`draft ${id.toString('hex')}`, sealed)),
    })),
    holds: rows.holds,
    sessions: rows.sessions,
    codes: rows.codes,
    writes: rows.writes,
    record: account.map(entryOfAccount),
  })
}

function entryOfAccount({ at, act }: TrailEntry) {
  return { at, act }
}

// What one typed of the other is the other's.
function masked(answers: JourneyAnswers): JourneyAnswers {
  const { partner } = answers
  if (!partner) return answers
  const { name, documentNumber, phone, birthDate, sex, ...rest } = partner
  return {
    ...answers,
    partner: {
      ...rest,
      ...(name ? { name: maskName(name) } : {}),
      ...(documentNumber ? { documentNumber: maskNumber(documentNumber) } : {}),
      ...(phone ? { phone: maskPhone(phone) } : {}),
    },
  }
}
