import type { Pool } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type DueLetter, LETTER_EVENTS, type LetterKind } from '#lib/domain/letter.ts'
import type { WordedLetter } from '#lib/domain/letter-wording.ts'

/**
 * Takes messages whose time has come, the oldest first, and keeps every other worker off them until the lease ends:
 * longer than any try can last. A worker that dies leaves them to the next once its lease is over. Events for which
 * there are no words yet stay where they are. `awaited`: only what somebody waits for with the phone in hand.
 */
export async function claimDue(
  pool: Pool,
  claim: { readonly now: Date; readonly leaseUntil: Date; readonly most: number; readonly awaited: boolean },
): Promise<DueLetter[]> {
  const { rows } = await pool.query<DueLetter>({
    name: claim.awaited ? 'claim-awaited-messages' : 'claim-due-messages',
    text: `
      WITH due AS MATERIALIZED (
        SELECT id FROM outbox_message
        WHERE sent_at IS NULL AND failed_at IS NULL AND due_at <= $1 AND (claimed_until IS NULL OR claimed_until <= $1)
          AND event = ANY($4) ${claim.awaited ? "AND event = 'code'" : ''}
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

// PERF: written so that the index of what is due does not fit: among its thousands of dead rows in a rush one row would be
// looked for from the beginning, each time.
const UNFINISHED = 'COALESCE(sent_at, failed_at) IS NULL'

/** It has left the house; a second worker that thinks so too changes nothing. */
export async function markSent(pool: Pool, id: string, medium: string, now: Date): Promise<void> {
  await pool.query(
    `UPDATE outbox_message SET sent_at = $2, medium = $3, claimed_until = NULL
     WHERE id = $1 AND ${UNFINISHED}`,
    [id, now, medium],
  )
}

/** It will never leave the house. */
export async function markFailed(pool: Pool, id: string, failure: string, now: Date): Promise<void> {
  await pool.query(
    `UPDATE outbox_message SET failed_at = $2, failure = $3, claimed_until = NULL
     WHERE id = $1 AND ${UNFINISHED}`,
    [id, now, failure],
  )
}

/** Tried in vain: not again before an instant. */
export async function putOff(pool: Pool, id: string, until: Date): Promise<void> {
  await pool.query(`UPDATE outbox_message SET claimed_until = $2 WHERE id = $1 AND ${UNFINISHED}`, [
    id,
    until,
  ])
}

/** Not tried at all: its time is another one. */
export async function moveDue(pool: Pool, id: string, dueAt: Date): Promise<void> {
  await pool.query(
    `UPDATE outbox_message SET due_at = $2, claimed_until = NULL, attempts = attempts - 1
     WHERE id = $1 AND ${UNFINISHED}`,
    [id, dueAt],
  )
}

/** The wordings of a letter in force on a day, of all places, the youngest first. */
export async function readWordings(pool: Pool, key: LetterKind, on: CalendarDate): Promise<WordedLetter[]> {
  const { rows } = await pool.query<WordedLetter>(
    `SELECT scope, scope_id AS "scopeId", key, text FROM text_version
     WHERE kind = 'letter' AND key = $1 AND taken_back_by IS NULL
       AND valid_from <= $2 AND (valid_to IS NULL OR valid_to >= $2) ORDER BY valid_from DESC`,
    [key, on],
  )
  return rows
}
