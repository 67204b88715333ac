import { randomUUID } from 'node:crypto'
import { takeApproval } from '#lib/approval/take-approval.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import { keepSeatAnew } from '#lib/booking/keep-seat-anew.ts'
import type { Pool, PoolClient } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type CapacityChange, type ChangeChoice, MOST_CANCELLED_ALONE } from '#lib/domain/capacity-change.ts'
import { faultsOfChoice } from '#lib/domain/change-choice.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { accept, type Refusal, type Result, refuse } from '#lib/domain/refusal.ts'
import { insertChange } from './change.sql.ts'
import { type DrawnPicture, drawPicture } from './draw-picture.ts'
import { findReachable } from './find-reachable.ts'
import { hashChange } from './hash-change.ts'
import { lockDays, lockOffice } from './plan.sql.ts'
import { refuseChange } from './refuse-change.ts'
import { renewSlots } from './renew-slots.ts'
import { writeChangeRows } from './rows.sql.ts'

export interface ChangeWish {
  readonly actor: StaffActor
  readonly officeId: string
  readonly change: CapacityChange
  /** Of the picture that was looked at (`previewChange`). */
  readonly pictureHash: string
  readonly choice: ChangeChoice
  /** `move`: until when the couples may choose otherwise. */
  readonly answerBy?: Date | undefined
  /** Why, as the couples are told. */
  readonly reason?: LocalizedText | undefined
  /** `storm`: the last day on which their bookings stay good, and how many the desk expects on one day. */
  readonly until?: CalendarDate | undefined
  readonly dailyLimit?: number | undefined
  /** Of the second person, where more than ten couples are cancelled at once (`askApproval`, kind `bulk-cancel`). */
  readonly approvalId?: string | undefined
  readonly now: Date
}

/**
 * Makes a change that was looked at: rules, slots and the list of those concerned in one transaction, in which nobody books
 * these days. Who it concerns is dealt with afterwards (`workThroughChange`). Refuses `not-allowed` with `picture-changed`
 * when the picture is another one than that looked at, with `changed-meanwhile` when somebody else has changed the lane, and with
 * `approval-needed` where another has to agree first; then nothing is written.
 */
export async function makeChange(
  pool: Pool,
  wish: ChangeWish,
): Promise<Result<{ readonly changeId: string }>> {
  const refusal = await refuseChange(pool, wish)
  if (refusal) return refusal
  const made = await poolTransaction(pool, async (client) => {
    await client.query('SAVEPOINT before_change')
    const tried = await makeIn(client, wish)
    // A refusal leaves nothing behind, also where it comes after the first row.
    if (!tried.ok) await client.query('ROLLBACK TO SAVEPOINT before_change')
    return tried
  })
  if (!made.ok) return made
  const { changeId, keptCases } = made.value
  // What an interruption leaves undone the timed work makes up for (`renewKeptSeats`).
  for (const caseId of keptCases)
    await poolTransaction(pool, (client) => keepSeatAnew(client, caseId, wish.now))
  return accept({ changeId })
}

interface Made {
  readonly changeId: string
  readonly keptCases: readonly string[]
}

async function makeIn(client: PoolClient, wish: ChangeWish): Promise<Result<Made>> {
  const { officeId, change, now } = wish
  await lockOffice(client, officeId)
  const first = await drawPicture(client, wish)
  if (!first.ok) return first
  if (first.value.days) await lockDays(client, officeId, first.value.days)
  // Whoever was booking when the days were locked has booked by now.
  const drawn = first.value.days ? await drawPicture(client, wish) : first
  if (!drawn.ok) return drawn
  const { hash, days } = drawn.value
  if (hash !== wish.pictureHash)
    return refuse('not-allowed', [{ path: 'picture', reason: 'picture-changed' }])
  const unfit = await refuseChoice(client, wish, drawn.value)
  if (unfit) return unfit
  const changeId = randomUUID()
  if (!(await writeChangeRows(client, { officeId, changeId, change })))
    return refuse('not-allowed', [{ path: 'change', reason: 'changed-meanwhile' }])
  if (days) await renewSlots(client, { officeId, days, now })
  await record(client, wish, drawn.value, changeId)
  return accept({ changeId, keptCases: drawn.value.planned.keptCases })
}

async function refuseChoice(
  client: PoolClient,
  wish: ChangeWish,
  { planned }: DrawnPicture,
): Promise<Refusal | undefined> {
  const couples = planned.affected.length
  const days = planned.affected.map(({ date }) => date)
  const faults = faultsOfChoice({ ...wish, days }, wish.now)
  if (faults.length > 0) return refuse('invalid-input', faults)
  if (wish.choice !== 'cancel' || couples <= MOST_CANCELLED_ALONE) return undefined
  const { approvalId: id, now } = wish
  const taken = id ? await takeApproval(client, { id, kind: 'bulk-cancel', now }) : undefined
  if (taken && !taken.ok) return taken
  return isFor(taken?.value.payload, wish, couples)
    ? undefined
    : refuse('not-allowed', [{ path: 'choice', reason: 'approval-needed' }])
}

/** Whether another has agreed to this very change, for at least as many couples. */
function isFor(payload: unknown, { officeId, change }: ChangeWish, couples: number): boolean {
  if (typeof payload !== 'object' || payload === null) return false
  const agreed = payload as { officeId?: unknown; changeHash?: unknown; couples?: unknown }
  const isSame = agreed.officeId === officeId && agreed.changeHash === hashChange(change)
  return isSame && typeof agreed.couples === 'number' && couples <= agreed.couples
}

async function record(
  client: PoolClient,
  wish: ChangeWish,
  { planned, hash }: DrawnPicture,
  changeId: string,
): Promise<void> {
  const { officeId, change, choice, actor, now, approvalId } = wish
  const ids = planned.affected.map(({ appointmentId }) => appointmentId)
  const reached = await findReachable(client, ids)
  const { days, affected, keptCases } = planned
  await insertChange(client, {
    id: changeId,
    officeId,
    change,
    choice: affected.length === 0 ? 'none' : choice,
    reason: wish.reason ?? ('reason' in change ? change.reason : null),
    answerBy: wish.answerBy ?? null,
    until: wish.until ?? null,
    dailyLimit: wish.dailyLimit ?? null,
    madeBy: actor.id,
    picture: { days, couples: affected.length, keptCases },
    pictureHash: hash,
    approvalId,
    couples: affected.map((couple) => ({ ...couple, hasContact: reached.has(couple.appointmentId) })),
    now,
  })
  await writeEntry(client, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'capacity-changed',
    subjectKind: 'change',
    subjectId: changeId,
    officeId,
    detail: { kind: change.kind, choice, couples: affected.length },
  })
}
