import { listNoticeResults } from '#lib/capacity/list-notice-results.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { ChangedState } from '#lib/domain/capacity-change.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { findNotice } from '#lib/office/find-notice.ts'
import { refuseAtOffice } from './refuse-at-office.ts'

/** So many offices and days stand on one page; the figures are those of all. */
const MOST_SHOWN = 200

type NoticeEntry = NonNullable<Awaited<ReturnType<typeof findNotice>>>
type ResultRow = Awaited<ReturnType<typeof listNoticeResults>>[number]

/** What became of a notice: how many couples, in which state, whom to phone, and the change of each office and day. */
export interface ShownNotice extends NoticeEntry {
  readonly couples: number
  readonly states: Readonly<Partial<Record<ChangedState, number>>>
  readonly toPhone: number
  /** Of the offices this member of staff looks after; those with somebody to phone first. */
  readonly rows: readonly ResultRow[]
  /** Further ones of theirs that are counted and not shown. */
  readonly more: number
}

/** A notice that was entered, with how far its couples are dealt with. */
export async function showNotice(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    /** Where they sit. */
    readonly at: string
    readonly noticeId: string
  },
): Promise<Result<ShownNotice>> {
  const { actor, at, noticeId } = wish
  const refusal = await refuseAtOffice(actor, 'see-calendar', at)
  if (refusal) return refusal
  const entry = await findNotice(pool, noticeId)
  if (!entry) return refuse('not-found')
  const all = await listNoticeResults(pool, entry.id)
  const mayOpen = ({ officeId: id, regionCode }: ResultRow) =>
    mayDo(actor.grants, 'close-day', { id, regionCode })
  const own = all.filter(mayOpen).sort((one, other) => Number(other.toPhone > 0) - Number(one.toPhone > 0))
  const states = statesOf(all)
  return accept({
    ...entry,
    states,
    couples: Object.values(states).reduce((sum, count) => sum + count, 0),
    toPhone: all.reduce((sum, { toPhone }) => sum + toPhone, 0),
    rows: own.slice(0, MOST_SHOWN),
    more: Math.max(0, own.length - MOST_SHOWN),
  })
}

function statesOf(rows: readonly ResultRow[]): Partial<Record<ChangedState, number>> {
  const states: Partial<Record<ChangedState, number>> = {}
  for (const row of rows)
    for (const [state, count] of Object.entries(row.states) as [ChangedState, number][])
      states[state] = (states[state] ?? 0) + count
  return states
}
