import { pool } from '#lib/db/pool.ts'
import { findDeskState } from '#lib/edge/desk-state.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { readStaffToken } from '#lib/edge/staff-cookie.ts'
import { lockStaff } from '#lib/identity/lock-staff.ts'
import { unlockStaff } from '#lib/identity/unlock-staff.ts'

/** Locks the workstation, or opens it with a code, while the page stays as it is. */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const token = (await readStaffToken()) ?? ''
  const now = new Date()
  const typed = form.get('code')
  if (typed === null) await lockStaff(pool(), token, now)
  const unlocked =
    typed === null ? undefined : await unlockStaff(pool(), { token, typed: String(typed).slice(0, 40), now })
  const wrong = unlocked && !unlocked.ok ? unlocked.reason : undefined
  return Response.json({ ...(await findDeskState({ touch: false })), ...(wrong ? { wrong } : {}) })
}
