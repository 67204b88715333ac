import type { AppointmentRecord } from './store.ts'

/** The same news to both, each in their own language. */
export function toBoth(
  appointment: AppointmentRecord,
  event: 'confirmed' | 'declined' | 'cancelled' | 'moved',
  dueAt: Date,
) {
  return appointment.parties.map(({ role, locale }) => ({
    appointmentId: appointment.id,
    role,
    event,
    locale,
    dueAt,
  }))
}
