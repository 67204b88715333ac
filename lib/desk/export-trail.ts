import { createHash } from 'node:crypto'
import { loadAuditKeys } from '#lib/audit/load-audit-keys.ts'
import { sealEntries } from '#lib/audit/seal-entries.ts'
import { signDigest } from '#lib/audit/sign-digest.ts'
import { writeEntry } from '#lib/audit/write-entry.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { addDays, type CalendarDate, daysBetween } from '#lib/domain/calendar-date.ts'
import { instantAt } from '#lib/domain/clock.ts'
import { accept, type Result, refuse } from '#lib/domain/refusal.ts'
import { readTrailReason } from '#lib/domain/trail-reason.ts'
import { findTrailScope } from './find-trail-scope.ts'
import { type ExportedRow, readTrailForward } from './trail.sql.ts'

/** So many days at once. */
const MOST_EXPORTED_DAYS = 92
const PORTION = 2000

/**
 * The record of some days as a file for auditors, line by line as JSON: a head, the entries, the oldest first, each with
 * its place and the two hashes that it stands between, and a last line that signs everything before it. No names and no
 * numbers of couples stand in it. That it was taken, and why, is on the record first.
 */
export async function exportTrail(
  pool: Pool,
  wish: {
    readonly actor: StaffActor
    readonly officeId: string
    readonly wide: boolean
    readonly from: CalendarDate
    readonly until: CalendarDate
    readonly reason: string
    readonly now: Date
  },
): Promise<Result<AsyncGenerator<string>>> {
  const { actor, officeId, wide, from, until, now } = wish
  const scope = await findTrailScope(pool, wish)
  if (!scope.ok) return scope
  const reason = readTrailReason(wish.reason)
  if (!reason) return refuse('invalid-input', [{ path: 'reason', reason: 'required' }])
  const days = daysBetween(from, until)
  if (days < 0 || days >= MOST_EXPORTED_DAYS) {
    return refuse('invalid-input', [{ path: 'until', reason: 'other' }])
  }
  await writeEntry(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'trail-exported',
    subjectKind: 'export',
    subjectId: `${from}/${until}`,
    officeId,
    detail: { reason, wide },
  })
  await sealEntries(pool, now)
  const offices = wide ? 'all of the scope' : officeId
  const head = { format: 'yueding-record-1', from, until, offices, reason, by: actor.id, madeAt: now }
  const { officeIds, everywhere } = scope.value
  const span = { from: instantAt(from, '00:00'), until: instantAt(addDays(until, 1), '00:00') }
  return accept(writeLines(pool, head, { officeIds, everywhere, ...span }))
}

async function* writeLines(
  pool: Pool,
  head: Readonly<Record<string, unknown>>,
  wish: Omit<Parameters<typeof readTrailForward>[1], 'after' | 'most'>,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const line = (value: unknown) => {
    const text = `${JSON.stringify(value)}\n`
    hash.update(text)
    return text
  }
  yield line({ ...head, publicKeys: loadAuditKeys().published })
  let count = 0
  for (let after: string | undefined, more = true; more; ) {
    const rows = await readTrailForward(pool, { ...wish, after, most: PORTION })
    if (rows.length > 0) yield rows.map((row) => line(lineOf(row))).join('')
    after = rows.at(-1)?.id
    count += rows.length
    more = rows.length === PORTION
  }
  const digest = hash.digest()
  yield `${JSON.stringify({ entries: count, sha256: digest.toString('hex'), ...signDigest(digest) })}\n`
}

function lineOf({ previous, hash, ...row }: ExportedRow): Readonly<Record<string, unknown>> {
  return { ...row, previous: previous?.toString('hex') ?? null, hash: hash?.toString('hex') ?? null }
}
