import { createHash } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { type StaffActor, writeScopeOf } from '#lib/domain/actor.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import { isEndMark, judgeMarkTime, type OfflineAnswer, type OfflineMark } from '#lib/domain/offline.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import type { Ticket, TicketState } from '#lib/domain/ticket.ts'
import { endOffline } from './end-offline.ts'
import { findMarkAnswer, findMarked, keepMarkAnswer } from './offline.sql.ts'
import { offlineStanding } from './offline-standing.ts'
import { openGate } from './open-gate.ts'
import { recordArrival } from './record-arrival.ts'

interface Wish {
  readonly actor: StaffActor
  readonly officeId: string
  /** Where the one who sends works: who was served without a network was served there. */
  readonly window?: string | undefined
  readonly now: Date
}

/**
 * Puts down the arrivals and ends of visits that a workstation has kept while it was alone, in the order in which they
 * came and with their times. Each is judged as it stands now: what is there already stays, what colleagues have changed
 * since is told and not overwritten. A mark sent twice counts once, also when it was taken back in between.
 */
export async function reconcileOffline(
  pool: Pool,
  wish: Wish & { readonly marks: readonly OfflineMark[] },
): Promise<Result<readonly OfflineAnswer[]>> {
  const place = await openGate(pool, wish, 'keep-day-offline')
  if ('ok' in place) return place
  const answers: OfflineAnswer[] = []
  const inOrder = [...wish.marks].sort((one, other) => Date.parse(one.at) - Date.parse(other.at))
  for (const mark of inOrder) answers.push(await reconcile(pool, wish, mark))
  return accept(answers)
}

async function reconcile(pool: Pool, wish: Wish, mark: OfflineMark): Promise<OfflineAnswer> {
  const { actor, officeId, now } = wish
  const { key, appointmentId, at } = mark
  const isEnd = isEndMark(mark)
  const what = isEnd ? [mark.end, mark.rejection, mark.documents, mark.seenAt] : mark.roles
  const request = createHash('sha256')
    .update(JSON.stringify([officeId, appointmentId, what, at]))
    .digest()
  const operation = isEnd ? ('offline-end' as const) : ('offline-arrival' as const)
  const keyed = { scope: writeScopeOf(actor), key, request, operation }
  const known = await findMarkAnswer(pool, keyed)
  if (known) return known === 'other' ? conflict(mark, 'key-used') : known
  const answer = await judge(pool, wish, mark)
  if (answer.result !== 'conflict') await keepMarkAnswer(pool, keyed, { answer, appointmentId, at: now })
  await writeEntry(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: isEnd ? 'outcome-reconciled' : 'arrival-reconciled',
    subjectKind: 'appointment',
    subjectId: appointmentId,
    officeId,
    detail: {
      key,
      markedAt: at,
      ...(isEnd ? { end: mark.end } : { roles: mark.roles }),
      result: answer.result,
      ...(answer.reason && { reason: answer.reason }),
    },
  })
  return answer
}

async function judge(pool: Pool, wish: Wish, mark: OfflineMark): Promise<OfflineAnswer> {
  const { actor, officeId, now } = wish
  const midnight = instantAt(shanghaiToday(now), '00:00')
  const at = judgeMarkTime(new Date(mark.at), { now, midnight })
  if (typeof at === 'string') return conflict(mark, at)
  const marked = await findMarked(pool, { appointmentId: mark.appointmentId, since: at })
  if (!marked) return conflict(mark, 'not-found')
  // A colleague knew better, later.
  if (marked.isUndone) return conflict(mark, 'undone-meanwhile')
  const { code } = marked
  if (isEndMark(mark)) return endOffline(pool, wish, { mark, code, at })
  const recorded = await recordArrival(pool, { actor, officeId, code, roles: mark.roles, now: at })
  if (recorded.ok) return { key: mark.key, result: 'done', standing: offlineStanding(recorded.value.ticket) }
  const { errors, reason } = recorded
  // What another office has with them is not told here.
  const current = recorded.current?.officeId === officeId ? recorded.current : undefined
  const why = errors?.[0]?.reason ?? reason
  const isThere = why === 'already-here' && (!current || STILL_HERE.has(current.state))
  return isThere
    ? { key: mark.key, result: 'already', standing: offlineStanding(current) }
    : conflict(mark, why, current)
}

const STILL_HERE: ReadonlySet<TicketState> = new Set(['waiting', 'called', 'serving', 'parked'])

function conflict({ key }: OfflineMark, reason: string, current?: Ticket): OfflineAnswer {
  return { key, result: 'conflict', reason, standing: offlineStanding(current) }
}
