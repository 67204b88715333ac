import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { judgeOffice } from '#lib/domain/judge-office.ts'
import type { OfficeSheet } from '#lib/domain/office-record.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { forgetRules } from './forget-rules.ts'
import { gatherOfficeFacts } from './gather-office-facts.ts'
import { lockFounding } from './office-record.sql.ts'
import { writeOffice } from './write-office.ts'

/** Founds an office in a region that one looks after. It has no hours yet, so nothing of it can be booked. */
export async function foundOffice(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly sheet: OfficeSheet; readonly now: Date },
): Promise<Result<{ readonly id: string }>> {
  const { actor, sheet, now } = wish
  const place = { id: sheet.id.trim(), regionCode: sheet.region.trim() }
  const refusal = refuseStaff(actor, 'found-office', place)
  if (refusal) return refusal
  const founded = await poolTransaction(pool, async (client): Promise<Result<{ readonly id: string }>> => {
    await lockFounding(client)
    const { offices, facts } = await gatherOfficeFacts(client, { grants: actor.grants, sheets: [sheet], now })
    if (offices.has(place.id)) return refuse('invalid-input', [{ path: 'id', reason: 'taken' }])
    const judged = judgeOffice(sheet, undefined, facts)
    if (!judged.ok) return judged
    await writeOffice(client, { by: actor.id, founded: [judged.value], edited: [], now })
    return accept({ id: judged.value.record.id })
  })
  forgetRules()
  return founded
}
