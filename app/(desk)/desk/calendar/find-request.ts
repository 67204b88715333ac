import { pool } from '#lib/db/pool.ts'
import { listNoticeRequests } from '#lib/desk/list-notice-requests.ts'
import type { StaffActor } from '#lib/domain/actor.ts'

/** The cancellation that this member of staff has asked for with a notice and not made use of yet; undefined without one. */
export async function findRequest(actor: StaffActor, at: string, id: string, now: Date) {
  if (id === '') return undefined
  const asked = await listNoticeRequests(pool(), { actor, at, now })
  const found = asked.ok ? asked.value.find((one) => one.id === id) : undefined
  if (!found) return undefined
  const { state } = found
  return state === 'open' || state === 'approved' || state === 'refused' ? { ...found, state } : undefined
}
