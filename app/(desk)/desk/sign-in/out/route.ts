import { pool } from '#lib/db/pool.ts'
import { readOwnForm } from '#lib/edge/read-own-form.ts'
import { seeOther } from '#lib/edge/see-other.ts'
import { forgetStaffToken, readStaffToken } from '#lib/edge/staff-cookie.ts'
import { signOutStaff } from '#lib/identity/sign-out-staff.ts'

/**
 * Ends the shift of this workstation, locked or not, and forgets what pages of it were kept; arrivals that wait there to be
 * sent stay, sealed, where the page says that there are some.
 */
export async function POST(request: Request): Promise<Response> {
  const form = await readOwnForm(request)
  if (form instanceof Response) return form
  const token = await readStaffToken()
  if (token) await signOutStaff(pool(), token, new Date())
  await forgetStaffToken()
  const answer = seeOther('/desk/sign-in')
  answer.headers.set('clear-site-data', form.get('keep') === 'marks' ? '"cache"' : '"cache", "storage"')
  return answer
}
