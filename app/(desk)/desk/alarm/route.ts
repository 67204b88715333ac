import { pool } from '#lib/db/pool.ts'
import { listAlarms } from '#lib/desk/list-alarms.ts'
import { alarmMark } from '#lib/domain/desk-alarm.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'

/** Which calls for help stand now, as a short mark: a page compares it with what it shows before it is drawn anew. */
export async function GET(): Promise<Response> {
  const { actor, office } = await requireStaff('raise-alarm')
  const listed = await listAlarms(pool(), { actor, officeId: office.id, now: new Date() })
  const mark = alarmMark(listed.ok ? listed.value : [])
  return new Response(mark, { headers: { 'cache-control': 'no-store', 'content-type': 'text/plain' } })
}
