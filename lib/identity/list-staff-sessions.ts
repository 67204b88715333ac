import { hash } from 'node:crypto'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { type BrowserFamily, isBrowserFamily } from '#lib/domain/browser-family.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { stateOfShift } from '#lib/domain/staff-session.ts'
import { isUuid } from '#lib/domain/uuid.ts'
import { selectStaff } from './staff-account.sql.ts'
import { selectOwnSessions } from './staff-session.sql.ts'

/** Where somebody is signed in, for those who look after them. */
export interface StaffSessionView {
  /** By which this one can be ended; opens nothing. */
  readonly mark: string
  readonly isLocked: boolean
  readonly signedInAt: Date
  readonly lastSeenAt: Date
  /** Undefined for one that is older than this fact. */
  readonly browser: BrowserFamily | undefined
  readonly officeName: LocalizedText | null
  readonly window: string | null
}

/** The sessions of somebody whom the actor may see that are not over, the latest first. */
export async function listStaffSessions(
  pool: Pool,
  actor: StaffActor,
  { staffId, now }: { readonly staffId: string; readonly now: Date },
): Promise<Result<readonly StaffSessionView[]>> {
  const other = isUuid(staffId) ? await selectStaff(pool, staffId, now) : undefined
  const sees = other?.grants.some(({ place }) => mayDo(actor.grants, 'see-staff', place))
  if (!other || !sees) return refuse('not-found')
  const rows = await selectOwnSessions(pool, staffId)
  return accept(
    rows
      .filter((row) => stateOfShift(row, now) !== 'over')
      .map((row) => ({
        mark: hash('sha256', row.tokenHash).slice(0, 24),
        isLocked: stateOfShift(row, now) === 'locked',
        signedInAt: row.createdAt,
        lastSeenAt: row.lastSeenAt,
        browser: isBrowserFamily(row.browser) ? row.browser : undefined,
        officeName: row.officeName,
        window: row.window,
      })),
  )
}
