import { randomUUID } from 'node:crypto'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readAbsence } from '#lib/domain/roster.ts'
import { insertAbsence } from './absence.sql.ts'
import { openGate } from './open-gate.ts'
import { readPeople } from './roster.sql.ts'

/**
 * Puts down that somebody is not there on some days, and nothing about why. What they have on the roster of these days
 * stays and does not count, so that it is back should they be.
 */
export async function addAbsence(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly input: { readonly staffId: string; readonly from: string; readonly until: string }
    readonly now: Date
  },
): Promise<Result<true>> {
  const { actor, input, now } = wish
  const gate = await openGate(pool, wish, 'edit-roster')
  if ('ok' in gate) return gate
  const read = readAbsence(input, shanghaiToday(now))
  if (!read.ok) return read
  return poolTransaction(pool, async (client) => {
    const people = await readPeople(client, gate.id)
    if (!people.some(({ id }) => id === input.staffId))
      return refuse('not-allowed', [{ path: 'absentId', reason: 'not-of-this-office' }])
    const id = randomUUID()
    const { staffId, from, until } = read.value
    await insertAbsence(client, { ...read.value, id, officeId: gate.id }, { id: actor.id, now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'absence-added',
      subjectKind: 'roster',
      subjectId: id,
      officeId: gate.id,
      detail: { staffId, from, until },
    })
    return accept(true)
  })
}
