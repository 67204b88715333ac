import { hash } from 'node:crypto'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { changeStaff } from './change-staff.ts'
import { closeStaffSession, selectOwnSessions } from './staff-session.sql.ts'

/** Signs somebody out of one workstation, known by the mark that `listStaffSessions` gives it. */
export function endStaffSession(
  pool: Pool,
  actor: StaffActor,
  { staffId, mark, now }: { readonly staffId: string; readonly mark: string; readonly now: Date },
): Promise<Result<true>> {
  const change = { actor, staffId, needs: 'end-staff-sessions', act: 'staff-session-ended', now } as const
  return changeStaff(pool, {
    ...change,
    change: async (client) => {
      const rows = await selectOwnSessions(client, staffId)
      const row = rows.find(({ tokenHash }) => hash('sha256', tokenHash).slice(0, 24) === mark)
      const ended = row && (await closeStaffSession(client, row.tokenHash, now))
      return ended ? accept(true) : refuse('not-found')
    },
  })
}
