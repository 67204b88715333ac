import { randomUUID } from 'node:crypto'
import { takeApproval } from '#lib/approval/take-approval.ts'
import { writeEntries } from '#lib/audit/write-entries.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { MOST_CANCELLED_ALONE } from '#lib/domain/capacity-change.ts'
import type { NoticeDay } from '#lib/domain/holiday-notice.ts'
import { faultsOfNoticeChoice, type NoticeDecision } from '#lib/domain/notice-choice.ts'
import { isNoticeRequest } from '#lib/domain/notice-request.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { changeReason } from '#lib/format/change-reason.ts'
import { type CalendarWish, type DrawnCalendar, drawCalendar } from './draw-calendar.ts'
import { findReachable } from './find-reachable.ts'
import { hashChange } from './hash-change.ts'
import { insertNoticed, type NoticedDay } from './notice.sql.ts'
import { listPlaces, lockAllOffices } from './plan.sql.ts'

export interface NoticeWish extends CalendarWish {
  readonly actor: StaffActor
  readonly noticeId: string
  readonly days: readonly NoticeDay[]
  /** Of the picture that was looked at (`lookAtCalendar`). */
  readonly pictureHash: string
  readonly decision: NoticeDecision
  /** Of the second person, where more than ten couples are cancelled at once. */
  readonly approvalId?: string | undefined
}

/**
 * Puts on the record what becomes of everybody who loses a time to a notice: one change for each office and day, in the
 * transaction in which the notice is entered. Refuses `not-allowed` with `picture-changed` when somebody has booked or
 * cancelled since it was looked at, with `not-in-role` who decides otherwise than to move for offices that are not theirs,
 * and with `approval-needed` where another has to agree first. Tells how many couples it concerns.
 */
export async function changeByNotice(client: PoolClient, wish: NoticeWish): Promise<Result<number>> {
  await lockAllOffices(client)
  const drawn = await drawCalendar(client, wish)
  if (drawn.hash !== wish.pictureHash)
    return refuse('not-allowed', [{ path: 'picture', reason: 'picture-changed' }])
  const couples = drawn.offices.reduce((sum, { affected }) => sum + affected.length, 0)
  if (couples === 0) return accept(0)
  const unfit = await refuseDecision(client, wish, drawn, couples)
  if (unfit) return unfit
  await record(client, wish, drawn)
  return accept(couples)
}

async function refuseDecision(
  client: PoolClient,
  wish: NoticeWish,
  { offices }: DrawnCalendar,
  couples: number,
): Promise<Refusal | undefined> {
  const { actor, decision, now, approvalId: id } = wish
  const concerned = offices.filter(({ affected }) => affected.length > 0)
  const dates = concerned.flatMap(({ affected }) => affected.map(({ date }) => date)).sort()
  const faults = faultsOfNoticeChoice(decision, dates, now)
  if (faults.length > 0) return refuse('invalid-input', faults)
  const places = await listPlaces(
    client,
    concerned.map(({ officeId }) => officeId),
  )
  const areTheirs = places.every((place) => mayDo(actor.grants, 'close-day', place))
  if (decision.choice !== 'move' && !areTheirs)
    return refuse('not-allowed', [{ path: 'choice', reason: 'not-in-role' }])
  if (decision.choice !== 'cancel' || couples <= MOST_CANCELLED_ALONE) return undefined
  const taken = id ? await takeApproval(client, { id, kind: 'bulk-cancel', now }) : undefined
  if (taken && !taken.ok) return taken
  const agreed = taken?.value.payload
  const isSame =
    isNoticeRequest(agreed) && agreed.noticeHash === hashChange({ days: wish.days, reason: decision.reason })
  return isSame && couples <= agreed.couples
    ? undefined
    : refuse('not-allowed', [{ path: 'choice', reason: 'approval-needed' }])
}

async function record(client: PoolClient, wish: NoticeWish, drawn: DrawnCalendar): Promise<void> {
  const { actor, noticeId, decision, approvalId, now } = wish
  const { choice } = decision
  const reached = await findReachable(
    client,
    drawn.offices.flatMap(({ affected }) => affected.map(({ appointmentId }) => appointmentId)),
  )
  const noticed = drawn.offices.flatMap((office) => daysOf(office, wish, reached))
  const frame = { ...decision, noticeId, pictureHash: drawn.hash, approvalId, madeBy: actor.id, now }
  await insertNoticed(client, frame, noticed)
  await writeEntries(
    client,
    noticed.map(({ id, officeId, couples }) => ({
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'capacity-changed',
      subjectKind: 'change',
      subjectId: id,
      officeId,
      detail: { kind: 'closure', choice, couples: couples.length, noticeId },
    })),
  )
}

/** The couples of an office day by day, those bound by law first. */
function daysOf(
  { officeId, days, affected }: DrawnCalendar['offices'][number],
  { days: named, decision }: NoticeWish,
  reached: ReadonlySet<string>,
): NoticedDay[] {
  return [...Map.groupBy(affected, ({ date }) => date)].map(([date, own]) => {
    const holiday = named.find((day) => day.date === date && day.kind === 'holiday')
    const reason = decision.reason ?? holiday?.name ?? changeReason('calendar', '')
    return {
      id: randomUUID(),
      officeId,
      change: { kind: 'closure', from: date, until: date, mode: 'closed', reason },
      reason,
      picture: { days: days.filter((day) => day.date === date), couples: own.length },
      couples: own.map(({ appointmentId, slotId, latest }) => ({
        ...{ appointmentId, slotId, latest },
        hasContact: reached.has(appointmentId),
      })),
    }
  })
}
