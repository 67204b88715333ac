/** The life of an appointment. */
export const APPOINTMENT_STATUSES = [
  'awaiting-partner',
  'confirmed',
  'declined',
  'expired',
  'cancelled',
  'attended',
  'no-show',
] as const

export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number]

export const APPOINTMENT_EVENTS = [
  'confirm',
  'decline',
  'expire',
  'cancel',
  'move',
  'attend',
  'miss',
  'undo',
] as const

export type AppointmentEvent = (typeof APPOINTMENT_EVENTS)[number]

/** The whole life of an appointment; every step that is not here is refused. */
const TRANSITIONS: Readonly<Record<AppointmentStatus, Partial<Record<AppointmentEvent, AppointmentStatus>>>> =
  {
    'awaiting-partner': {
      confirm: 'confirmed',
      decline: 'declined',
      expire: 'expired',
      cancel: 'cancelled',
      move: 'awaiting-partner',
    },
    confirmed: { cancel: 'cancelled', move: 'awaiting-partner', attend: 'attended', miss: 'no-show' },
    declined: {},
    expired: {},
    cancelled: {},
    // What the desk has recorded it can take back the same day.
    attended: { undo: 'confirmed' },
    'no-show': { undo: 'confirmed', attend: 'attended' },
  }

/** The status an event leads to, or undefined where it is forbidden. */
export function statusAfter(
  status: AppointmentStatus,
  event: AppointmentEvent,
): AppointmentStatus | undefined {
  return TRANSITIONS[status][event]
}

/** Every status in which an appointment keeps its seat; also afterwards, when the seat has been used or left empty. */
export function keepsSeat(status: AppointmentStatus): boolean {
  return !isOver(status)
}

/** Whether it still lies ahead of its people: they may not book the service again. */
export function isActive(status: AppointmentStatus): boolean {
  return status === 'awaiting-partner' || status === 'confirmed'
}

/** Whether it has come to nothing. */
export function isOver(status: AppointmentStatus): status is 'declined' | 'expired' | 'cancelled' {
  return status === 'declined' || status === 'expired' || status === 'cancelled'
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
