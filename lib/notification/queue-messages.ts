import type { PoolClient } from '#lib/db/pool.ts'
import type { LetterEvent } from '#lib/domain/letter.ts'

/** A message to one person. It belongs to an appointment, to an entry of the waiting list, a divorce case, or none (`sealed`). */
export interface OutgoingMessage {
  readonly appointmentId?: string | undefined
  readonly entryId?: string | undefined
  readonly caseId?: string | undefined
  readonly role: number
  readonly event: LetterEvent
  readonly locale: string
  readonly dueAt: Date
  /** A message with the same word here is left once, however often it is asked for. */
  readonly dedupe?: string | undefined
  /** Facts that the rows no longer tell when it is sent (`LetterDetail`); never personal data. */
  readonly detail?: Readonly<Record<string, unknown>> | undefined
  /** To whom and what, where no appointment tells it (`sealLetter`). */
  readonly sealed?: Buffer | undefined
}

/**
 * Leaves messages to be sent, in the transaction of the event they tell: never for one that was rolled back. Returns how
 * many were left; the others had been left before.
 */
export async function queueMessages(
  client: Pick<PoolClient, 'query'>,
  messages: readonly OutgoingMessage[],
): Promise<number> {
  let left = 0
  for (const message of messages) {
    const { rowCount } = await client.query(
      `INSERT INTO outbox_message (appointment_id, entry_id, case_id, role, event, locale, due_at, dedupe, detail, sealed)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (dedupe) WHERE dedupe IS NOT NULL DO NOTHING`,
      [
        message.appointmentId ?? null,
        message.entryId ?? null,
        message.caseId ?? null,
        message.role,
        message.event,
        message.locale,
        message.dueAt,
        message.dedupe ?? null,
        message.detail ? JSON.stringify(message.detail) : null,
        message.sealed ?? null,
      ],
    )
    left += rowCount ?? 0
  }
  return left
}
