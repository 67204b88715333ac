import type { OutgoingMessage } from '#lib/notification/queue-messages.ts'
import type { AppointmentRecord } from './store.ts'

type News = Pick<OutgoingMessage, 'event' | 'dueAt'> & {
  /** Whose act it was: 1 booked, 2 was asked; and what else the rows no longer tell. */
  readonly detail?: { readonly by: number; readonly [fact: string]: unknown }
}

/** The same news to both, each in their own language. */
export function toBoth(appointment: AppointmentRecord, news: News): OutgoingMessage[] {
  return appointment.parties.map(({ role, locale }) => ({
    appointmentId: appointment.id,
    role,
    locale,
    ...news,
  }))
}
