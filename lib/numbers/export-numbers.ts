import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { type Numbers, showNumbers } from './show-numbers.ts'

/** The numbers of a place to take along as a file. That they were taken is on the record. */
export async function exportNumbers(
  pool: Pool,
  wish: Parameters<typeof showNumbers>[1],
): Promise<Result<Numbers>> {
  const shown = await showNumbers(pool, wish)
  if (!shown.ok) return shown
  const { scope } = shown.value.opened
  const { from, until } = shown.value.period
  await writeEntry(pool, {
    at: wish.now,
    actorKind: 'staff',
    actorId: wish.actor.id,
    act: 'numbers-exported',
    subjectKind: 'export',
    subjectId: scope.scopeId,
    ...(scope.scope === 'office' ? { officeId: scope.scopeId } : {}),
    detail: { from, until },
  })
  return shown
}
