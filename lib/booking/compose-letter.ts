import type { Pool } from '#lib/db/pool.ts'
import { effectiveStatus } from '#lib/domain/appointment-status.ts'
import { isChangeNews } from '#lib/domain/capacity-change.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { type ComposedLetter, type DueLetter, judgeLetter, type LetterGround } from '#lib/domain/letter.ts'
import { letterKind } from '#lib/domain/letter-kind.ts'
import { maskName } from '#lib/domain/masking.ts'
import { scopePath } from '#lib/domain/scope-path.ts'
import { env } from '#lib/env.ts'
import { reachPerson } from '#lib/identity/reach-person.ts'
import { readChangeLetter } from './displaced.sql.ts'
import { type LetterRow, readLetterRow } from './letter.sql.ts'
import { makePartnerCode } from './make-partner-code.ts'
import { openParty } from './open-party.ts'
import { signComing } from './sign-coming.ts'

/**
 * What a message of the outbox tells, read from the rows as they stand now, and to whom; or that it has been overtaken.
 * The link to whoever is asked carries the partner code, which no row holds.
 */
export async function composeLetter(pool: Pool, message: DueLetter, now: Date): Promise<ComposedLetter> {
  const { appointmentId, role, event } = message
  const row = appointmentId ? await readLetterRow(pool, appointmentId, role) : undefined
  if (!appointmentId || !row) return { state: 'superseded' }
  const ground = groundOf(row, now)
  const verdict = judgeLetter(message, ground, now)
  if (verdict !== 'send') return { state: verdict }
  const change = isChangeNews(event) ? await readChangeLetter(pool, appointmentId, event) : undefined
  if (isChangeNews(event) && !change) return { state: 'superseded' }
  const self = openParty(appointmentId, role, row.sealed)
  const to = await reachPerson(pool, row.personIndex, self.phone)
  if (!to) return { state: 'dead-address' }
  const isWaiting = ground.status === 'awaiting-partner'
  const other = row.otherSealed && openParty(appointmentId, 3 - role, row.otherSealed).name
  return {
    state: 'ready',
    to,
    personIndex: row.personIndex,
    path: scopePath(row.office),
    expiresAt:
      event === 'no-show' || change
        ? undefined
        : (isWaiting && row.heldUntil) || instantAt(row.date, row.startTime),
    facts: {
      kind: letterKind(message, ground),
      service: row.service,
      ...(isWaiting || ground.status === 'confirmed' ? { code: row.code } : {}),
      date: row.date,
      startTime: row.startTime,
      fromDate: row.keptDate ?? undefined,
      fromTime: row.keptTime ?? undefined,
      until: row.heldUntil ?? undefined,
      office: row.office,
      other: other ? maskName(other) : undefined,
      reason: message.detail.reason ?? change?.reason?.[message.locale],
      link: linkOf(message, row),
      ...change?.times,
    },
  }
}

function groundOf(row: LetterRow, now: Date): LetterGround {
  const { status, askedRole, date, startTime, people } = row
  return {
    status: effectiveStatus({ status, heldUntil: row.heldUntil ?? undefined }, now),
    askedRole,
    keepsOldTime: row.keptDate !== null,
    people,
    date,
    startTime,
  }
}

function linkOf({ appointmentId, role, event }: DueLetter, row: LetterRow): string {
  if (event === 'still-coming') return `${env.publicUrl}/coming/${signComing({ ...row, role })}`
  const isAsked = row.status === 'awaiting-partner' && role === row.askedRole
  if (!isAsked || !appointmentId) return `${env.publicUrl}/appointment/${row.code}`
  const { code } = makePartnerCode(appointmentId, row.partnerCodeRound)
  return `${env.publicUrl}/agree?${new URLSearchParams({ code: row.code, confirm: code })}`
}
