import { pool } from '#lib/db/pool.ts'
import { listOfflineDay } from '#lib/desk/list-offline-day.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

/** The list of today for this workstation to keep, with the key that closes it. Asking prolongs no sign-in. */
export async function GET(): Promise<Response> {
  const { actor, office } = await requireStaff('keep-day-offline')
  const listed = await listOfflineDay(pool(), { actor, officeId: office.id, now: new Date() })
  return listed.ok ? Response.json(listed.value) : new Response(null, { status: 403 })
}
