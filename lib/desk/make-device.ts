import { randomUUIDv7 } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import type { DeviceKind } from '#lib/domain/device.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { drawToken } from '#lib/identity/draw-token.ts'
import { hashToken } from '#lib/identity/hash-token.ts'
import { insertDevice } from './device.sql.ts'
import { readDesk } from './window.sql.ts'

const LONGEST_NAME = 40

/**
 * A new screen for an office; a tablet stands at one of its windows. Returns the token of the link that pairs it, once, within a day; it is
 * stored nowhere.
 */
export async function makeDevice(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly kind: DeviceKind
    readonly name: string
    /** Of a tablet. */
    readonly window?: string | undefined
    readonly now: Date
  },
): Promise<Result<{ readonly id: string; readonly token: string }>> {
  const { actor, officeId, kind, now } = wish
  const place = await readDesk(pool, officeId)
  if (!place) return refuse('not-found')
  const refusal = refuseStaff(actor, 'pair-device', place)
  if (refusal) return refusal
  const name = wish.name.trim()
  if (name === '' || name.length > LONGEST_NAME)
    return refuse('invalid-input', [{ path: 'name', reason: 'required' }])
  const window = kind === 'tablet' ? wish.window : undefined
  if (kind === 'tablet' && !place.windows.some((one) => one.name === window))
    return refuse('invalid-input', [{ path: 'window', reason: 'required' }])
  const id = randomUUIDv7()
  const token = drawToken()
  await poolTransaction(pool, async (client) => {
    const tokenHash = hashToken(token)
    await insertDevice(client, { id, officeId, kind, name, window, tokenHash, by: actor.id, now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'device-made',
      subjectKind: 'device',
      subjectId: id,
      officeId,
      detail: { kind, ...(window ? { window } : {}) },
    })
  })
  return accept({ id, token })
}
