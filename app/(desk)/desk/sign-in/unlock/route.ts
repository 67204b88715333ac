import { pool } from '#lib/db/pool.ts'
import { findDeskState } from '#lib/edge/desk-state.ts'
import { returnPath } from '#lib/edge/origin.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { seeOther } from '#lib/edge/see-other.ts'
import { readStaffToken } from '#lib/edge/staff-cookie.ts'
import { lockStaff } from '#lib/identity/lock-staff.ts'
import { readDeskPath } from '#lib/identity/read-desk-path.ts'
import { unlockStaff } from '#lib/identity/unlock-staff.ts'

/**
 * Locks the workstation, or opens it with a code. The script of an open page asks for JSON, and the page stays as it
 * is; a form without a script is led back to the page that it was sent from.
 */
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
  if (request.headers.get('accept') === 'application/json') {
    return Response.json({ ...(await findDeskState({ touch: false })), ...(wrong ? { wrong } : {}) })
  }
  const back = new URL(readDeskPath(returnPath(request.headers.get('referer'))), 'https://here.invalid')
  back.searchParams.delete('wrong-code')
  if (wrong) back.searchParams.set('wrong-code', wrong)
  return seeOther(back.pathname + back.search)
}
