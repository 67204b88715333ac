import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareInQueue, placeOnReturn, QUEUE_RANK, queuePlace } from '#lib/domain/queue-order.ts'
import {
  mayRecall,
  RECALL_AFTER_SECONDS,
  TICKET_EVENTS,
  TICKET_STATES,
  ticketAfter,
  ticketSteps,
} from '#lib/domain/ticket.ts'

const at = (minutes: number) => new Date(Date.UTC(2026, 11, 1, 2, minutes))

describe('the place in the queue', () => {
  test('is by the appointment for who is on time, by arrival for who is late or walked in', () => {
    const startsAt = at(30)
    const place = (minutes: number, greenChannel = false) =>
      queuePlace({ arrivedAt: at(minutes), startsAt, greenChannel })
    expect(place(10)).toEqual({ rank: QUEUE_RANK.appointment, orderAt: startsAt })
    expect(place(45)).toEqual({ rank: QUEUE_RANK.appointment, orderAt: startsAt })
    expect(place(46)).toEqual({ rank: QUEUE_RANK.late, orderAt: at(46) })
    expect(place(46, true)).toEqual({ rank: QUEUE_RANK.greenChannel, orderAt: at(46) })
    expect(queuePlace({ arrivedAt: at(5), greenChannel: false })).toEqual({
      rank: QUEUE_RANK.walkIn,
      orderAt: at(5),
    })
  })

  test('is an order: of two, exactly one comes first, whoever asks', () => {
    const place = fc.record({ rank: fc.nat(3), orderAt: fc.nat(300).map(at), number: fc.nat(200) })
    fc.assert(
      fc.property(place, place, place, (a, b, c) => {
        expect(Math.sign(compareInQueue(a, b)) + Math.sign(compareInQueue(b, a))).toBe(0)
        if (compareInQueue(a, b) <= 0 && compareInQueue(b, c) <= 0)
          expect(compareInQueue(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('is lost by who left or missed the call, except for the rank of the green channel', () => {
    const ticket = { rank: 1, orderAt: at(0), greenChannel: false }
    expect(placeOnReturn({ ...ticket, state: 'serving' }, at(9))).toEqual({ rank: 1, orderAt: at(0) })
    expect(placeOnReturn({ ...ticket, state: 'missed' }, at(9))).toEqual({ rank: 2, orderAt: at(9) })
    expect(placeOnReturn({ ...ticket, rank: 3, state: 'left' }, at(9))).toEqual({ rank: 3, orderAt: at(9) })
    const green = { rank: 0, orderAt: at(0), greenChannel: true, state: 'missed' } as const
    expect(placeOnReturn(green, at(9))).toEqual({ rank: 0, orderAt: at(9) })
  })
})

describe('the steps of a ticket', () => {
  test('lead back from everywhere but an undone arrival, and are what the keys offer', () => {
    for (const state of TICKET_STATES) {
      const steps = TICKET_EVENTS.filter((event) => ticketAfter(state, event))
      expect(ticketSteps(state)).toEqual(steps)
      expect(steps.length === 0).toBe(state === 'undone')
    }
  })

  test('recall only a full minute after the last call', () => {
    expect(mayRecall({ calledAt: undefined }, at(1))).toBe(false)
    expect(RECALL_AFTER_SECONDS).toBe(60)
    expect(mayRecall({ calledAt: at(0) }, new Date(at(1).getTime() - 1))).toBe(false)
    expect(mayRecall({ calledAt: at(0) }, at(1))).toBe(true)
  })
})
