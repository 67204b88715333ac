import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  APPOINTMENT_EVENTS,
  APPOINTMENT_STATUSES,
  type AppointmentEvent,
  type AppointmentStatus,
  effectiveStatus,
  isAppointmentStatus,
  keepsSeat,
  statusAfter,
} from '#lib/domain/appointment-status.ts'
import { drawAppointmentStates } from '#tests/support/draw-appointment-states.ts'

const ALLOWED: readonly [AppointmentStatus, AppointmentEvent, AppointmentStatus][] = [
  ['awaiting-partner', 'confirm', 'confirmed'],
  ['awaiting-partner', 'decline', 'declined'],
  ['awaiting-partner', 'expire', 'expired'],
  ['awaiting-partner', 'cancel', 'cancelled'],
  ['awaiting-partner', 'move', 'awaiting-partner'],
  ['confirmed', 'cancel', 'cancelled'],
  ['confirmed', 'move', 'awaiting-partner'],
  ['confirmed', 'attend', 'attended'],
  ['confirmed', 'miss', 'no-show'],
  ['attended', 'undo', 'confirmed'],
  ['no-show', 'undo', 'confirmed'],
  ['no-show', 'attend', 'attended'],
]

const FORBIDDEN = APPOINTMENT_STATUSES.flatMap((status) =>
  APPOINTMENT_EVENTS.filter((event) => !ALLOWED.some(([from, by]) => from === status && by === event)).map(
    (event) => [status, event] as const,
  ),
)

describe('the life of an appointment', () => {
  test.each(ALLOWED)('%s, then %s: %s', (status, event, next) => {
    expect(statusAfter(status, event)).toBe(next)
  })

  test.each(FORBIDDEN)('%s, then %s: forbidden', (status, event) => {
    expect(statusAfter(status, event)).toBeUndefined()
  })

  test('the picture in the documentation is drawn from the table', async () => {
    await expect(drawAppointmentStates()).toMatchFileSnapshot('../../docs/appointment-states.md')
  })

  test('what has come to nothing keeps no seat and never comes back', () => {
    const ended = APPOINTMENT_STATUSES.filter((status) => !keepsSeat(status))
    expect(ended).toEqual(['declined', 'expired', 'cancelled'])
    for (const status of ended)
      for (const event of APPOINTMENT_EVENTS) expect(statusAfter(status, event)).toBeUndefined()
  })

  test('a wait for the partner is over at its very deadline, swept or not; nothing else runs out', () => {
    const status = fc.constantFrom(...APPOINTMENT_STATUSES)
    fc.assert(
      fc.property(status, fc.integer({ min: -5, max: 5 }), (stored, msLeft) => {
        const now = new Date('2026-12-01T07:00:00Z')
        const heldUntil = new Date(now.getTime() + msLeft)
        const counts = effectiveStatus({ status: stored, heldUntil }, now)
        expect(counts).toBe(stored === 'awaiting-partner' && msLeft <= 0 ? 'expired' : stored)
        expect(effectiveStatus({ status: stored, heldUntil: undefined }, now)).toBe(stored)
      }),
    )
  })

  test('no other word is a status', () => {
    for (const status of APPOINTMENT_STATUSES) expect(isAppointmentStatus(status)).toBe(true)
    expect(isAppointmentStatus('held')).toBe(false)
    expect(isAppointmentStatus('constructor')).toBe(false)
  })
})
