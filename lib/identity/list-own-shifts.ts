import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import { stateOfShift } from '#lib/domain/staff-session.ts'
import { hashToken } from './hash-token.ts'
import { selectOwnSessions } from './staff-session.sql.ts'

export interface OwnShift {
  readonly isThis: boolean
  readonly isLocked: boolean
  readonly signedInAt: Date
  readonly lastSeenAt: Date
  readonly officeName: LocalizedText | null
  readonly window: string | null
}

/** Where somebody is signed in at this moment. */
export async function listOwnShifts(
  pool: Pool,
  actor: StaffActor,
  { token, now }: { readonly token: string; readonly now: Date },
): Promise<OwnShift[]> {
  const own = hashToken(token)
  const rows = await selectOwnSessions(pool, actor.id)
  return rows
    .filter((row) => stateOfShift(row, now) !== 'over')
    .map((row) => ({
      isThis: own.equals(row.tokenHash),
      isLocked: stateOfShift(row, now) === 'locked',
      signedInAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      officeName: row.officeName,
      window: row.window,
    }))
}
