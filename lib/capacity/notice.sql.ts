import type { PoolClient } from 'pg'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { CapacityChange, ChangeChoice, ChangedState } from '#lib/domain/capacity-change.ts'
import type { DayPlaces } from '#lib/domain/change-picture.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { Days, Queryable } from './plan.sql.ts'

/** One office and day of a notice, with everybody who loses a time there. */
export interface NoticedDay {
  readonly id: string
  readonly officeId: string
  readonly change: CapacityChange
  readonly reason: LocalizedText
  readonly picture: { readonly days: readonly DayPlaces[]; readonly couples: number }
  readonly couples: readonly {
    readonly appointmentId: string
    readonly slotId: number
    readonly latest: CalendarDate | undefined
    readonly hasContact: boolean
  }[]
}

/** What all changes of a notice have in common. */
export interface NoticeFrame {
  readonly noticeId: string
  readonly pictureHash: string
  readonly choice: ChangeChoice
  readonly answerBy?: Date | undefined
  readonly until?: CalendarDate | undefined
  readonly dailyLimit?: number | undefined
  readonly approvalId?: string | undefined
  readonly madeBy: string
  readonly now: Date
}

/** Puts the changes of a notice on the record, with everybody whom they concern: two statements for the whole nation. */
export async function insertNoticed(
  client: PoolClient,
  frame: NoticeFrame,
  days: readonly NoticedDay[],
): Promise<void> {
  await client.query(
    `INSERT INTO capacity_change (id, office_id, kind, change, picture, reason, notice_id, picture_hash, choice, answer_by, until,
       daily_limit, approval_id, made_by, made_at)
     SELECT d.id, d."officeId", 'closure', d.change, d.picture, d.reason, $2, $3, $4, $5, $6, $7, $8, $9, $10
     FROM json_to_recordset($1::json) AS d (id uuid, "officeId" text, change jsonb, picture jsonb, reason jsonb)`,
    [
      JSON.stringify(days.map(({ couples: _, ...day }) => day)),
      frame.noticeId,
      frame.pictureHash,
      frame.choice,
      frame.answerBy ?? null,
      frame.until ?? null,
      frame.dailyLimit ?? null,
      frame.approvalId ?? null,
      frame.madeBy,
      frame.now,
    ],
  )
  const couples = days.flatMap(({ id, couples: own }) =>
    own.map((couple, index) => ({ ...couple, changeId: id, position: index + 1 })),
  )
  await client.query(
    `INSERT INTO changed_appointment (change_id, appointment_id, position, state, latest, has_contact, from_slot_id)
     SELECT c."changeId", c."appointmentId", c.position, 'waiting', c.latest, c."hasContact", c."slotId"
     FROM json_to_recordset($1::json) AS c ("changeId" uuid, "appointmentId" uuid, position int, latest date, "hasContact" bool,
       "slotId" int)`,
    [JSON.stringify(couples)],
  )
}

/** The changes of a notice for which somebody still waits, those with legal periods first. */
export async function listWaitingOfNotice(queryable: Queryable, noticeId: string): Promise<string[]> {
  const { rows } = await queryable.query<{ id: string }>(
    `SELECT c.id FROM capacity_change c JOIN changed_appointment d ON d.change_id = c.id
     WHERE c.notice_id = $1 AND c.done_at IS NULL AND d.state = 'waiting' GROUP BY c.id
     ORDER BY min(d.latest) NULLS LAST, c.id`,
    [noticeId],
  )
  return rows.map(({ id }) => id)
}

/** The office and days of a notice whose slots are not what they shall be while somebody of this change waits. */
export async function findBehind(
  queryable: Queryable,
  changeId: string,
): Promise<{ readonly officeId: string; readonly days: Days } | undefined> {
  const { rows } = await queryable.query<{ officeId: string } & Days>(
    `SELECT c.office_id AS "officeId", min(x.date)::text AS "from", max(x.date)::text AS until
     FROM capacity_change c JOIN calendar_import i ON i.id = c.notice_id CROSS JOIN jsonb_to_recordset(i.changes) AS x (date date)
     WHERE c.id = $1 AND EXISTS (SELECT FROM changed_appointment d JOIN slot s ON s.id = d.from_slot_id
       WHERE d.change_id = c.id AND d.state = 'waiting' AND s.open)
     GROUP BY c.office_id`,
    [changeId],
  )
  const [behind] = rows
  return behind && { officeId: behind.officeId, days: { from: behind.from, until: behind.until } }
}

/** How one change of a notice stands. */
export interface NoticeResult {
  readonly id: string
  readonly officeId: string
  readonly officeName: LocalizedText
  readonly regionCode: string
  readonly date: CalendarDate
  readonly choice: ChangeChoice
  readonly states: Readonly<Partial<Record<ChangedState, number>>>
  /** Who got no other time, or whom no message reaches, and nobody has phoned yet. */
  readonly toPhone: number
}

/** The changes of a notice by day and office, with what became of their couples. */
export async function readNoticeResults(queryable: Queryable, noticeId: string): Promise<NoticeResult[]> {
  const { rows } = await queryable.query<NoticeResult>(
    `SELECT c.id, c.office_id AS "officeId", o.name AS "officeName", o.region_code AS "regionCode", c.change->>'from' AS date, c.choice,
       json_object_agg(n.state, n.count) AS states, sum(n.to_phone)::int AS "toPhone"
     FROM capacity_change c JOIN office o ON o.id = c.office_id JOIN (
       SELECT d.change_id, d.state, count(*)::int AS count, count(*) FILTER (WHERE d.phoned_at IS NULL
         AND (d.state = 'unmovable' OR (NOT d.has_contact AND d.state NOT IN ('kept', 'waiting'))))::int AS to_phone
       FROM changed_appointment d WHERE d.change_id IN (SELECT id FROM capacity_change WHERE notice_id = $1)
       GROUP BY d.change_id, d.state) n ON n.change_id = c.id
     WHERE c.notice_id = $1 GROUP BY c.id, o.name, o.region_code ORDER BY date, c.office_id`,
    [noticeId],
  )
  return rows
}
