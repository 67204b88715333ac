import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import { refuseStaff, type StaffActor } from '#lib/domain/actor.ts'
import { judgeOffice } from '#lib/domain/judge-office.ts'
import type { OfficeSheet, SheetChanges } from '#lib/domain/office-record.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { forgetRules } from './forget-rules.ts'
import { gatherOfficeFacts } from './gather-office-facts.ts'
import { lockOffices } from './office-record.sql.ts'
import { writeOffice } from './write-office.ts'

/**
 * Writes an office down as it shall be; tells what changed. Refuses (`office-changed-meanwhile`) when somebody else has
 * changed it since `version` was seen: the later of two sees the earlier's change first.
 */
export async function editOffice(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly version: number
    readonly sheet: OfficeSheet
    readonly now: Date
  },
): Promise<Result<SheetChanges>> {
  const { actor, officeId, version, now } = wish
  const sheet = { ...wish.sheet, id: officeId }
  const edited = await poolTransaction(pool, async (client): Promise<Result<SheetChanges>> => {
    await lockOffices(client, [officeId])
    const { offices, facts } = await gatherOfficeFacts(client, { grants: actor.grants, sheets: [sheet], now })
    const before = offices.get(officeId)
    if (!before) return refuse('not-found')
    const refusal = refuseStaff(actor, 'edit-office', before.record)
    if (refusal) return refusal
    if (before.version !== version)
      return refuse('not-allowed', [{ path: 'version', reason: 'office-changed-meanwhile' }])
    const judged = judgeOffice(sheet, before, facts)
    if (!judged.ok) return judged
    const { changes } = judged.value
    if (Object.keys(changes).length > 0)
      await writeOffice(client, { by: actor.id, founded: [], edited: [judged.value], now })
    return accept(changes)
  })
  forgetRules()
  return edited
}
