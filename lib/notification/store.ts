import type { Pool } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type DueLetter, LETTER_EVENTS } from '#lib/domain/letter.ts'
import type { LetterTemplate } from '#lib/domain/letter-template.ts'

/**
 * Takes messages whose time has come, the oldest first, and keeps every other worker off them until the lease ends:
 * longer than any try can last. A worker that dies leaves them to the next once its lease is over. Events for which
 * there are no words yet stay where they are.
 */
export async function claimDue(
  pool: Pool,
  claim: { readonly now: Date; readonly leaseUntil: Date; readonly most: number },
): Promise<DueLetter[]> {
  const { rows } = await pool.query<DueLetter>({
    name: 'claim-due-messages',
    text: `
      WITH due AS MATERIALIZED (
        SELECT id FROM outbox_message
        WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
          AND event = ANY($4)
        ORDER BY due_at, id LIMIT $3 FOR UPDATE SKIP LOCKED
      ),
      claimed AS (
        UPDATE outbox_message m SET claimed_until = $2, attempts = attempts + 1 FROM due WHERE m.id = due.id
        RETURNING m.*
      )
      SELECT id::text, appointment_id AS "appointmentId", entry_id AS "entryId", case_id AS "caseId", role, event, locale, due_at AS "dueAt",
        COALESCE(detail, '{}') AS detail, sealed, attempts
      FROM claimed ORDER BY due_at, claimed.id`,
    values: [claim.now, claim.leaseUntil, claim.most, LETTER_EVENTS],
  })
  return rows.map((row) => ({
    ...row,
    appointmentId: row.appointmentId ?? undefined,
    entryId: row.entryId ?? undefined,
    caseId: row.caseId ?? undefined,
    sealed: row.sealed ?? undefined,
  }))
}

/** It has left the house; a second worker that thinks so too changes nothing. */
export async function markSent(pool: Pool, id: string, medium: string, now: Date): Promise<void> {
  await pool.query(
    `UPDATE outbox_message SET sent_at = $2, medium = $3, claimed_until = NULL
     WHERE id = $1 AND sent_at IS NULL AND failed_at IS NULL`,
    [id, now, medium],
  )
}

/** It will never leave the house. */
export async function markFailed(pool: Pool, id: string, failure: string, now: Date): Promise<void> {
  await pool.query(
    `UPDATE outbox_message SET failed_at = $2, failure = $3, claimed_until = NULL
     WHERE id = $1 AND sent_at IS NULL AND failed_at IS NULL`,
    [id, now, failure],
  )
}

/** Tried in vain: not again before an instant. */
export async function putOff(pool: Pool, id: string, until: Date): Promise<void> {
  await pool.query('UPDATE outbox_message SET claimed_until = $2 WHERE id = $1 AND sent_at IS NULL', [
    id,
    until,
  ])
}

/** Not tried at all: its time is another one. */
export async function moveDue(pool: Pool, id: string, dueAt: Date): Promise<void> {
  await pool.query(
    `UPDATE outbox_message SET due_at = $2, claimed_until = NULL, attempts = attempts - 1
     WHERE id = $1 AND sent_at IS NULL`,
    [id, dueAt],
  )
}

/** The templates in force on a day for an event in a language and a medium. */
export async function readTemplates(
  pool: Pool,
  wish: {
    readonly event: string
    readonly role: number
    readonly locale: string
    readonly medium: string
    readonly on: CalendarDate
  },
): Promise<LetterTemplate[]> {
  const { rows } = await pool.query<LetterTemplate>(
    `SELECT scope, scope_id AS "scopeId", role, subject, body FROM message_template
     WHERE event = $1 AND (role IS NULL OR role = $2) AND locale = $3 AND medium = $4
       AND valid_from <= $5 AND (valid_to IS NULL OR valid_to >= $5) ORDER BY valid_from DESC`,
    [wish.event, wish.role, wish.locale, wish.medium, wish.on],
  )
  return rows.map((row) => ({ ...row, role: row.role ?? undefined, subject: row.subject ?? undefined }))
}
