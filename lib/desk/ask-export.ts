import { askApproval } from '#lib/approval/ask-approval.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { faultOfDays } from '#lib/domain/people-export.ts'
import { type Result, refuse } from '#lib/domain/refusal.ts'
import { openGate } from './open-gate.ts'

/**
 * Asks another person to agree to a list with personal data; the id of the request. Nothing is drawn up before that one
 * has agreed, nor kept afterwards. 个人信息保护法 art. 51.
 */
export async function askExport(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    /** As typed. */
    readonly from: string
    readonly until: string
    readonly reason: string
    readonly now: Date
  },
): Promise<Result<string>> {
  const { actor, officeId, from, until, now } = wish
  const place = await openGate(pool, wish, 'export-people')
  if ('ok' in place) return place
  const fault = faultOfDays(from, until)
  if (fault) return refuse('invalid-input', [fault])
  const note = wish.reason.trim()
  if (note.length < 4) return refuse('invalid-input', [{ path: 'reason', reason: 'required' }])
  const scope = { scope: 'office', scopeId: officeId, officeRegion: place.regionCode } as const
  const payload = { officeId, from, until }
  const request = { kind: 'export', ...scope, payload, note, actor, now } as const
  const asked = await poolTransaction(pool, (client) => askApproval(client, request))
  return asked.ok ? asked : refuse('not-allowed', [{ path: 'from', reason: 'waits-already' }])
}
