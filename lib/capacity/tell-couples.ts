import { writeEntry } from '#lib/audit/write-entry.ts'
import type { PoolClient } from '#lib/db/pool.ts'
import type { LetterEvent } from '#lib/domain/letter.ts'
import { queueMessages } from '#lib/notification/queue-messages.ts'
import type { ChangedCouple } from './couples.sql.ts'

const NOTED = {
  'change-offered': 'time-kept-instead',
  'change-moved': 'moved-by-office',
  'change-open': 'kept-open',
  'change-sought': 'no-time-found',
  'change-undone': 'time-given-back',
} as const satisfies Partial<Record<LetterEvent, string>>

/** Tells both of each couple what the office did to their time, and puts it on the record. */
export async function tellCouples(
  client: PoolClient,
  news: {
    readonly couples: readonly Pick<ChangedCouple, 'appointmentId' | 'parties'>[]
    readonly event: keyof typeof NOTED
    readonly changeId: string
    readonly officeId: string
    /** Role of who chose it, where one of the two did. */
    readonly by?: { readonly role: number; readonly actorId: string } | undefined
    readonly now: Date
  },
): Promise<void> {
  const { couples, event, changeId, officeId, by, now } = news
  for (const { appointmentId, parties } of couples) {
    await writeEntry(client, {
      at: now,
      actorKind: by ? 'person' : 'system',
      ...(by ? { actorId: by.actorId } : {}),
      act: by ? 'kept-time-taken' : NOTED[event],
      subjectKind: 'appointment',
      subjectId: appointmentId,
      officeId,
      detail: { changeId, ...(by ? { by: by.role } : {}) },
    })
    await queueMessages(
      client,
      parties.map(({ role, locale }) => ({
        appointmentId,
        role,
        locale,
        event,
        dueAt: now,
        detail: by ? { by: by.role } : {},
      })),
    )
  }
}
