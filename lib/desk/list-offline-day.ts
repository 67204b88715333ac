import { createHash } from 'node:crypto'
import { noteView } from '#lib/audit/note-view.ts'
import type { Pool } from '#lib/db/pool.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { digestText, type OfflineDay, type OfflineEntry } from '#lib/domain/offline.ts'
import { accept, type Result } from '#lib/domain/refusal.ts'
import { ticketNumber } from '#lib/domain/ticket.ts'
import { deriveSecret } from '#lib/identity/derive-secret.ts'
import { listDay } from './list-day.ts'
import { openGate } from './open-gate.ts'

/** The day of an office for a workstation to keep, and the key (256 bits, base64) under which it keeps it. */
export interface OfflineKit {
  readonly owner: string
  readonly secret: string
  readonly day: OfflineDay
}

/**
 * Today’s appointments for the time without a network: names masked, codes as digests. The key is always the same for
 * one person, office and day, so that a workstation that has thrown it away gets it again, from us and only while
 * somebody is signed in and not locked.
 */
export async function listOfflineDay(
  pool: Pool,
  wish: { readonly actor: StaffActor; readonly officeId: string; readonly now: Date },
): Promise<Result<OfflineKit>> {
  const { actor, officeId, now } = wish
  const place = await openGate(pool, wish, 'keep-day-offline')
  if ('ok' in place) return place
  const date = shanghaiToday(now)
  const listed = await listDay(pool, { actor, officeId, date, now })
  if (!listed.ok) return listed
  await noteView(pool, {
    at: now,
    actorKind: 'staff',
    actorId: actor.id,
    act: 'day-kept-offline',
    subjectKind: 'office',
    subjectId: officeId,
    officeId,
  })
  const owner = `${actor.id} ${officeId}`
  const salt = deriveSecret('offline codes', `${officeId} ${date}`).toString('base64', 0, 16)
  return accept({
    owner,
    secret: deriveSecret('offline day', `${owner} ${date}`).toString('base64', 0, 32),
    day: {
      date,
      madeAt: now.toISOString(),
      salt,
      entries: listed.value.entries.flatMap((entry) => keptEntry(entry, salt)),
    },
  })
}

function keptEntry(entry: DayEntry, salt: string): OfflineEntry[] {
  const { id, code, service, startTime, status, people, ticket, flags } = entry
  if (!code || !startTime) return []
  return [
    {
      id,
      digest: createHash('sha256').update(digestText(salt, code)).digest('base64'),
      service,
      startTime,
      people: people.map(({ role, name }) => ({ role, name })),
      here: people.flatMap(({ role, here }) => (here ? [role] : [])),
      separate: flags.separate,
      number: ticket && ticketNumber(ticket),
      state: ticket?.state,
      isOpen: (!ticket || ticket.state === 'waiting') && (status === 'confirmed' || status === 'no-show'),
    },
  ]
}
