import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { mayDoForRegion } from '#lib/domain/permissions.ts'
import { readPlaceText, type TypedText } from '#lib/domain/read-place-text.ts'
import { accept, type RefusalDetail, type Result, refuse } from '#lib/domain/refusal.ts'
import { readRegionCode } from '#lib/domain/region-plan.ts'
import { insertRegion, readRegionNames } from './tree.sql.ts'

/** Adds a city or county that is missing below a region that one looks after. */
export async function addRegion(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly code: string
    readonly name: TypedText
    readonly now: Date
  },
): Promise<Result<{ readonly code: string }>> {
  const { actor, now } = wish
  const read = readRegionCode(wish.code)
  const errors: RefusalDetail[] = read.ok ? [] : [...(read.errors ?? [])]
  const name = readPlaceText(
    wish.name,
    { name: 'name', longest: 40, isRequired: true, needsAll: true },
    errors,
  )
  if (!read.ok || !name || errors.length > 0) return refuse('invalid-input', errors)
  const { code, level, parents } = read.value
  return poolTransaction(pool, async (client) => {
    const known = (await readRegionNames(client, parents)).map((region) => region.code)
    const parent = parents.find((one) => known.includes(one))
    if (!parent) return refuse('invalid-input', [{ path: 'code', reason: 'region-above-missing' }])
    if (!mayDoForRegion(actor.grants, 'found-office', parent))
      return refuse('not-allowed', [{ path: 'code', reason: 'not-in-role' }])
    const isNew = await insertRegion(client, { code, level, parent, name })
    if (!isNew) return refuse('invalid-input', [{ path: 'code', reason: 'region-known' }])
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'region-added',
      subjectKind: 'region',
      subjectId: code,
      detail: { name: name['zh-CN'], parent },
    })
    return accept({ code })
  })
}
