import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { AppointmentStatus } from '#lib/domain/appointment-status.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import { giveSeatBack } from './give-seat-back.ts'
import { lockSlots, releaseParties, swapStatus } from './store.ts'

/** An appointment that its office gives up. */
interface GivenUp {
  readonly id: string
  readonly officeId: string
  readonly status: AppointmentStatus
  readonly slotId: number
  readonly pool: 'public' | 'staff'
  readonly caseId: string | undefined
  readonly parties: readonly { readonly role: number; readonly locale: string }[]
}

/**
 * The office cancels an appointment, in the transaction of the caller: the seat goes back, both are told with the reason
 * (by language), nothing counts as missed, and both may book anew at once; a case keeps a seat inside its window. False when
 * the appointment has moved on since it was read.
 */
export async function cancelByOffice(
  client: PoolClient,
  appointment: GivenUp,
  why: {
    readonly reason: Readonly<Record<string, string>> | undefined
    /** Of the staff member. */
    readonly by: string
    readonly changeId: string
    readonly now: Date
  },
): Promise<boolean> {
  const { id, officeId, slotId, pool, caseId, parties } = appointment
  const { reason, by, changeId, now } = why
  await lockSlots(client, [slotId])
  const cancelled = { status: 'cancelled', now, endReason: 'office-cancelled' } as const
  if (!(await swapStatus(client, appointment, cancelled))) return false
  await giveSeatBack(client, { slotId, pool, caseId, now })
  await releaseParties(client, id)
  await writeEntry(client, {
    at: now,
    actorKind: 'staff',
    actorId: by,
    act: 'appointment-cancelled',
    subjectKind: 'appointment',
    subjectId: id,
    officeId,
    detail: { by: 'office', changeId },
  })
  await queueMessages(
    client,
    parties.map(({ role, locale }) => {
      const words = reason?.[locale] || reason?.['zh-CN']
      const detail = { by: 'office', ...(words ? { reason: words } : {}) }
      return { appointmentId: id, role, locale, event: 'cancelled', dueAt: now, detail } as const
    }),
  )
  return true
}
