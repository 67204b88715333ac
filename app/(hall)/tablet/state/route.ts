import { pool } from '#lib/db/pool.ts'
import { findTabletVisit } from '#lib/desk/find-tablet-visit.ts'
import { loadDevice } from '#lib/edge/device-cookie.ts'

/** Whether there is a visit to ask about now, for the page of the tablet. */
export async function GET(): Promise<Response> {
  const device = await loadDevice('tablet')
  if (!device) return new Response(null, { status: 403 })
  const { visit, isBusy } = await findTabletVisit(pool(), { device, now: new Date() })
  const state = { visit: visit?.id ?? '', isBusy }
  return Response.json(state, { headers: { 'cache-control': 'no-store' } })
}
