import type { PoolClient } from '#lib/db/pool.ts'

export interface OutgoingMessage {
  readonly appointmentId: string
  readonly role: number
  readonly event:
    | 'confirmed'
    | 'declined'
    | 'cancelled'
    | 'moved'
    | 'move-asked'
    | 'move-lapsed'
    | 'partner-asked'
  readonly locale: string
  readonly dueAt: Date
  /** Facts of the event that the rows no longer tell; no personal data. */
  readonly detail?: Readonly<Record<string, unknown>>
}

/** Leaves messages to be sent, in the transaction of the event they tell: never for one that was rolled back. */
export async function queueMessages(client: PoolClient, messages: readonly OutgoingMessage[]): Promise<void> {
  for (const message of messages) {
    await client.query(
      'INSERT INTO outbox_message (appointment_id, role, event, locale, due_at, detail) VALUES ($1, $2, $3, $4, $5, $6)',
      [
        message.appointmentId,
        message.role,
        message.event,
        message.locale,
        message.dueAt,
        message.detail ?? null,
      ],
    )
  }
}
