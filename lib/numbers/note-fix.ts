import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import { poolTransaction } from '#lib/db/pool-transaction.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { monthPeriod } from '#lib/domain/numbers-period.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { putFix } from './fix.sql.ts'
import { openScope } from './open-scope.ts'
import { fixSchema } from './schema.ts'

/**
 * Notes what was done about a problem of a month, and when; noted again it replaces what stood there. Refuses an empty
 * text, a day to come, and whoever does not look after the place.
 */
export async function noteFix(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly at: string
    readonly input: Readonly<Record<string, unknown>>
    readonly now: Date
  },
): Promise<Result<undefined>> {
  const { actor, now } = wish
  const opened = await openScope(pool, wish, 'note-fix')
  if (!opened.ok) return opened
  const parsed = fixSchema.safeParse(wish.input)
  if (!parsed.success) {
    const path = String(parsed.error.issues[0]?.path[0] ?? 'text')
    return refuse('invalid-input', [{ path, reason: path === 'text' ? 'required' : 'other' }])
  }
  const fix = parsed.data
  const today = shanghaiToday(now)
  if (!monthPeriod(fix.month, today)) return refuse('not-found')
  if (fix.fixedOn > today) return refuse('invalid-input', [{ path: 'fixedOn', reason: 'in-future' }])
  const { scope } = opened.value
  await poolTransaction(pool, async (client) => {
    await putFix(client, scope, { ...fix, notedBy: actor.id, notedAt: now })
    await writeEntry(client, {
      at: now,
      actorKind: 'staff',
      actorId: actor.id,
      act: 'fix-noted',
      subjectKind: scope.scope === 'office' ? 'office' : 'region',
      subjectId: scope.scopeId,
      ...(scope.scope === 'office' ? { officeId: scope.scopeId } : {}),
      detail: { month: fix.month, kind: fix.kind, code: fix.code },
    })
  })
  return accept(undefined)
}
