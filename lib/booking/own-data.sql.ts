import type { Pool } from 'pg'

type Rows = readonly Readonly<Record<string, unknown>>[]

/** What lies in the database of one person beside the appointments themselves, as rows; instants are Date, days text. */
export interface OwnRows {
  readonly accounts: Rows
  readonly sessions: Rows
  readonly codes: Rows
  readonly holds: Rows
  readonly drafts: readonly { readonly id: Buffer; readonly sealed: Buffer; readonly updatedAt: Date }[]
  readonly writes: Rows
  readonly waiting: readonly (Readonly<Record<string, unknown>> & OwnWaitRow)[]
  /** Of the person's own role, by appointment. */
  readonly own: readonly OwnPartyRow[]
  readonly messages: readonly (Readonly<Record<string, unknown>> & { readonly appointmentId: string })[]
  readonly corrections: readonly CorrectionRow[]
  readonly noShows: readonly (Readonly<Record<string, unknown>> & { readonly appointmentId: string })[]
}

interface OwnWaitRow {
  readonly id: string
  readonly role: number
  readonly sealed: Buffer
}

interface OwnPartyRow {
  readonly appointmentId: string
  readonly role: number
  readonly care: Buffer | null
  readonly moveCount: number
  readonly comingAskedAt: Date | null
  readonly comingAt: Date | null
}

interface CorrectionRow {
  readonly id: string
  readonly appointmentId: string
  readonly sealed: Buffer
  readonly createdAt: Date
  readonly answeredAt: Date | null
  readonly answer: string | null
}

/** Everything that is kept of the person with this index, table by table. */
export async function readOwnRows(pool: Pool, personIndex: Buffer): Promise<OwnRows> {
  const ask = async <Row>(text: string): Promise<Row[]> =>
    (await pool.query(text, [personIndex])).rows as Row[]
  return {
    accounts: await ask(
      `SELECT issuer, created_at AS "since" FROM person WHERE person_index = $1 ORDER BY created_at`,
    ),
    sessions: await ask(
      `SELECT created_at AS "startedAt", last_seen_at AS "lastSeenAt", ended_at AS "endedAt" FROM person_session
       WHERE person_id IN (${PERSONS}) ORDER BY created_at DESC`,
    ),
    codes: await ask(
      `SELECT purpose, expires_at AS "expiresAt", used_at AS "usedAt" FROM one_time_code
       WHERE session_id IN (SELECT id FROM person_session WHERE person_id IN (${PERSONS})) ORDER BY expires_at DESC`,
    ),
    holds: await ask(
      `SELECT office_id AS "officeId", service, expires_at AS "expiresAt" FROM slot_hold WHERE person_id IN (${PERSONS})`,
    ),
    drafts: await ask(
      `SELECT id, sealed, updated_at AS "updatedAt" FROM draft WHERE person_id IN (${PERSONS}) ORDER BY updated_at DESC`,
    ),
    writes: await ask(
      `SELECT operation, created_at AS "at" FROM write_result
       WHERE scope IN (SELECT 'person:' || id FROM person WHERE person_index = $1) ORDER BY created_at DESC`,
    ),
    waiting: await ask(
      `SELECT e.id, p.role, e.sealed, e.service, e.status, e.created_at AS "since", e.ended_at AS "endedAt",
         COALESCE((SELECT json_agg(json_build_object('officeId', w.office_id, 'from', w."from", 'until', w."until")
           ORDER BY w.position) FROM waiting_wish w WHERE w.entry_id = e.id), '[]'::json) AS wishes
       FROM waiting_entry e JOIN waiting_party p ON p.entry_id = e.id WHERE p.person_index = $1
       ORDER BY e.created_at DESC`,
    ),
    own: await ask(
      `SELECT p.appointment_id AS "appointmentId", p.role, p.care, a.move_count AS "moveCount",
         p.coming_asked_at AS "comingAskedAt", p.coming_at AS "comingAt"
       FROM party p JOIN appointment a ON a.id = p.appointment_id WHERE p.person_index = $1`,
    ),
    messages: await ask(
      `SELECT m.appointment_id AS "appointmentId", m.event, m.medium, m.due_at AS "dueAt", m.sent_at AS "sentAt",
         m.failed_at AS "failedAt", m.failure
       FROM outbox_message m JOIN party p ON p.appointment_id = m.appointment_id AND p.role = m.role
       WHERE p.person_index = $1 ORDER BY m.due_at DESC`,
    ),
    corrections: await ask(
      `SELECT c.id, c.appointment_id AS "appointmentId", c.sealed, c.created_at AS "createdAt",
         c.answered_at AS "answeredAt", c.answer
       FROM correction_request c JOIN party p ON p.appointment_id = c.appointment_id AND p.role = c.role
       WHERE p.person_index = $1 ORDER BY c.created_at DESC`,
    ),
    noShows: await ask(
      `SELECT appointment_id AS "appointmentId", date, recorded_at AS "recordedAt", voided_at AS "voidedAt",
         void_reason AS "voidReason" FROM no_show WHERE person_index = $1 ORDER BY date DESC`,
    ),
  }
}

const PERSONS = 'SELECT id FROM person WHERE person_index = $1'

/** What this one of the two has asked of the desk for oneself. */
export async function listAsked(
  pool: Pool,
  appointmentId: string,
  role: number,
): Promise<('care' | 'correction')[]> {
  const { rows } = await pool.query<{ asked: 'care' | 'correction' }>(
    `SELECT 'care' AS asked FROM party WHERE appointment_id = $1 AND role = $2 AND care IS NOT NULL
     UNION SELECT 'correction' FROM correction_request WHERE appointment_id = $1 AND role = $2`,
    [appointmentId, role],
  )
  return rows.map(({ asked }) => asked)
}
