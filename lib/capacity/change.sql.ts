import type { Pool, PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CapacityChange, ChangeChoice } from '#lib/domain/capacity-change.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'

/** A change on the record, as far as those who carry it out need it. */
export interface ChangeRecord {
  readonly id: string
  readonly officeId: string
  readonly change: CapacityChange
  readonly choice: ChangeChoice
  readonly reason: LocalizedText | null
  readonly answerBy: Date | null
  readonly until: CalendarDate | null
  readonly dailyLimit: number | null
  readonly madeBy: string
}

/** Puts a change on the record, with everybody whom it concerns. */
export async function insertChange(
  client: PoolClient,
  row: ChangeRecord & {
    readonly picture: unknown
    readonly pictureHash: string
    readonly approvalId: string | undefined
    readonly noticeId?: string | undefined
    readonly couples: readonly {
      readonly appointmentId: string
      readonly slotId: number
      readonly latest?: CalendarDate | undefined
      readonly hasContact: boolean
    }[]
    readonly now: Date
  },
): Promise<void> {
  await client.query(
    `INSERT INTO capacity_change (id, office_id, kind, change, picture, picture_hash, choice, reason, answer_by, made_by,
       made_at, approval_id, until, daily_limit, notice_id, done_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $16, CASE WHEN $15 = 0 THEN $11::timestamptz END)`,
    [
      row.id,
      row.officeId,
      row.change.kind,
      JSON.stringify(row.change),
      JSON.stringify(row.picture),
      row.pictureHash,
      row.choice,
      row.reason ? JSON.stringify(row.reason) : null,
      row.answerBy,
      row.madeBy,
      row.now,
      row.approvalId ?? null,
      row.until,
      row.dailyLimit,
      row.couples.length,
      row.noticeId ?? null,
    ],
  )
  await client.query(
    `INSERT INTO changed_appointment (change_id, appointment_id, position, state, latest, has_contact, from_slot_id)
     SELECT $1, c."appointmentId", o, 'waiting', c.latest, c."hasContact", c."slotId"
     FROM ROWS FROM (json_to_recordset($2::json) AS ("appointmentId" uuid, "slotId" int, latest date, "hasContact" bool))
       WITH ORDINALITY AS c ("appointmentId", "slotId", latest, "hasContact", o)`,
    [row.id, JSON.stringify(row.couples)],
  )
}

/** As long as a notice may take with the slots of the whole nation. */
const NOTICE_TAKES_MS = 15 * 60_000

/** The change, locked: two who carry it out at once do so one after the other. */
export async function lockChange(client: PoolClient, changeId: string): Promise<ChangeRecord | undefined> {
  const { rows } = await client.query<ChangeRecord>(
    `SELECT id, office_id AS "officeId", change, choice, reason, answer_by AS "answerBy", until::text AS until,
       daily_limit AS "dailyLimit", made_by AS "madeBy"
     FROM capacity_change WHERE id = $1 AND done_at IS NULL FOR NO KEY UPDATE`,
    [changeId],
  )
  return rows[0]
}

/**
 * The changes with which there is something to do, the oldest first: somebody waits, or everybody is dealt with. While a
 * notice is being entered its couples wait for the slots and the dates of cases; whoever enters it deals with them.
 */
export async function listUnfinished(pool: Pool, now: Date): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `SELECT c.id FROM capacity_change c WHERE c.done_at IS NULL AND (c.notice_id IS NULL OR c.made_at < $1)
       AND (EXISTS (SELECT FROM changed_appointment d WHERE d.change_id = c.id AND d.state = 'waiting')
         OR NOT EXISTS (SELECT FROM changed_appointment d WHERE d.change_id = c.id AND d.state = 'offered'))
     ORDER BY c.made_at LIMIT 100`,
    [new Date(now.getTime() - NOTICE_TAKES_MS)],
  )
  return rows.map(({ id }) => id)
}

/** Everybody is dealt with: nobody waits and no offer is open. */
export async function finishChange(client: Pool | PoolClient, changeId: string, now: Date): Promise<boolean> {
  const { rowCount } = await client.query(
    `UPDATE capacity_change SET done_at = $2 WHERE id = $1 AND done_at IS NULL AND NOT EXISTS (
       SELECT FROM changed_appointment WHERE change_id = $1 AND state IN ('waiting', 'offered'))`,
    [changeId, now],
  )
  return rowCount === 1
}
