import {
  APPOINTMENT_EVENTS,
  APPOINTMENT_STATUSES,
  isActive,
  statusAfter,
} from '#lib/domain/appointment-status.ts'

/** The state diagram of `docs/appointment-states.md`, drawn from the table that the house obeys. */
export function drawAppointmentStates(): string {
  const arrows = APPOINTMENT_STATUSES.flatMap((from) =>
    APPOINTMENT_EVENTS.flatMap((event) => {
      const to = statusAfter(from, event)
      return to ? [`  ${idOf(from)} --> ${idOf(to)}: ${event}`] : []
    }),
  )
  const ends = APPOINTMENT_STATUSES.filter((status) => !isActive(status))
  return [
    '# The life of an appointment',
    '',
    'Drawn from the table in `lib/domain/appointment-status.ts` (by its test, with `vitest -u`); every',
    'arrow has a test, every missing one is refused. Who comes alone starts as `confirmed`.',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...APPOINTMENT_STATUSES.map((status) => `  state "${status}" as ${idOf(status)}`),
    '  [*] --> awaiting_partner: book, two people',
    '  [*] --> confirmed: book, one person',
    ...arrows,
    ...ends.map((status) => `  ${idOf(status)} --> [*]`),
    '```',
    '',
  ].join('\n')
}

// A hyphen would be read as the beginning of an arrow.
function idOf(status: string): string {
  return status.replaceAll('-', '_')
}
