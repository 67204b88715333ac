/** The life of an appointment. */
export const APPOINTMENT_STATUSES = [
  'awaiting-partner',
  'confirmed',
  'declined',
  'expired',
  'cancelled',
] as const

export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number]

export type AppointmentEvent = 'confirm' | 'decline' | 'expire' | 'cancel' | 'move'

const TRANSITIONS: Readonly<Record<AppointmentStatus, Partial<Record<AppointmentEvent, AppointmentStatus>>>> =
  {
    'awaiting-partner': {
      confirm: 'confirmed',
      decline: 'declined',
      expire: 'expired',
      cancel: 'cancelled',
      move: 'awaiting-partner',
    },
    confirmed: { cancel: 'cancelled', move: 'awaiting-partner' },
    declined: {},
    expired: {},
    cancelled: {},
  }

/** The status an event leads to, or undefined where it is forbidden. */
export function statusAfter(
  status: AppointmentStatus,
  event: AppointmentEvent,
): AppointmentStatus | undefined {
  return TRANSITIONS[status][event]
}

/** Every status in which an appointment keeps its seat. */
export function keepsSeat(status: AppointmentStatus): boolean {
  return status === 'awaiting-partner' || status === 'confirmed'
}

/** Whether it has come to nothing. */
export function isOver(status: AppointmentStatus): status is 'declined' | 'expired' | 'cancelled' {
  return !keepsSeat(status)
}

/** The status as it counts at an instant: a wait for the partner that has run out is over, swept or not. */
export function effectiveStatus(
  appointment: { readonly status: AppointmentStatus; readonly heldUntil: Date | undefined },
  now: Date,
): AppointmentStatus {
  const overdue = appointment.heldUntil !== undefined && appointment.heldUntil <= now
  return appointment.status === 'awaiting-partner' && overdue ? 'expired' : appointment.status
}

export function isAppointmentStatus(value: string): value is AppointmentStatus {
  return (APPOINTMENT_STATUSES as readonly string[]).includes(value)
}
