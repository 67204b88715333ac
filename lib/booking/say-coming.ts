import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { keepYes } from './coming.sql.ts'
import { readComingPass } from './read-coming-pass.ts'

/** "Yes, I am coming": kept with its time; saying it twice changes nothing. */
export async function sayComing(
  pool: Pool,
  token: string,
  now: Date,
): Promise<Result<{ readonly code: string }>> {
  const pass = await readComingPass(pool, token, now)
  if (!pass) return refuse('not-found')
  const { appointment, party } = pass
  const { id, code, officeId, status } = appointment
  if (status !== 'confirmed') return refuse('not-allowed', [{ path: 'code', reason: status }])
  await poolTransaction(pool, async (client) => {
    if (!(await keepYes(client, appointment, party.role, now))) return
    const about = { subjectKind: 'appointment', subjectId: id, officeId } as const
    await writeEntry(client, {
      at: now,
      actorKind: 'person',
      act: 'coming-said',
      ...about,
      detail: { by: party.role },
    })
  })
  return accept({ code })
}
