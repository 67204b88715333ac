import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { followedNumber } from '#lib/domain/followed-number.ts'
import { boardOf } from '#lib/domain/hall-board.ts'
import { TICKET_STATES, type Ticket } from '#lib/domain/ticket.ts'

const NOW = new Date('2026-12-01T02:00:00Z')
const minutesAgo = (minutes: number) => new Date(NOW.getTime() - minutes * 60_000)

function ticket(number: number, change: Partial<Ticket> = {}): Ticket {
  return {
    ...{ id: `t${number}`, officeId: 'o', date: calendarDate('2026-12-01'), letter: 'A', number },
    ...{ service: 'MARRIAGE', state: 'waiting', appointmentId: undefined, expected: 2, present: 2, rank: 1 },
    ...{
      orderAt: minutesAgo(60 - number),
      greenChannel: false,
      proxy: false,
      locale: 'zh-CN',
      window: undefined,
    },
    ...{ staffId: undefined, calls: 0, calledAt: undefined, startedAt: undefined, endedAt: undefined },
    ...{ outcome: undefined, materials: undefined, createdAt: minutesAgo(60), version: 0 },
    ...change,
  }
}

const called = (number: number, minutes: number, change: Partial<Ticket> = {}) =>
  ticket(number, { state: 'called', window: '2', calls: 1, calledAt: minutesAgo(minutes), ...change })

describe('the board of a hall', () => {
  test('shows the latest calls first and who is next, in the order of the queue', () => {
    const board = boardOf([ticket(5), called(1, 9), ticket(4, { rank: 0 }), called(2, 3), called(3, 6)], NOW)
    expect(board.calls.map(({ number }) => number)).toEqual(['A002', 'A003', 'A001'])
    expect(board.next).toEqual(['A004', 'A005'])
  })

  test('holds numbers and windows, and nothing else of anybody', () => {
    const board = boardOf([called(1, 1, { locale: 'en', service: 'DIVORCE_APPLICATION', letter: 'B' })], NOW)
    expect(board).toEqual({
      at: NOW.getTime(),
      calls: [{ number: 'B001', window: '2', at: minutesAgo(1).getTime(), tongue: 'en' }],
      next: [],
    })
  })

  test('leaves out who was sent back, has left, or waits for the other', () => {
    const gone = [called(1, 1, { state: 'waiting', present: 1 }), called(2, 2, { state: 'left' })]
    expect(boardOf(gone, NOW)).toMatchObject({ calls: [], next: [] })
  })

  test('never grows with the day', () => {
    const many = Array.from({ length: 500 }, (_, index) => called(index + 1, index))
    const waiting = Array.from({ length: 500 }, (_, index) => ticket(600 + index))
    const board = boardOf([...many, ...waiting], NOW)
    expect([board.calls.length, board.next.length]).toEqual([7, 8])
  })
})

describe('a number that somebody follows', () => {
  const windows = [{ name: '2', services: ['MARRIAGE'] as const, open: true }]

  test('tells how many are before it and about how long', () => {
    const tickets = [ticket(1), ticket(2), ticket(3), called(9, 1)]
    expect(followedNumber(ticket(3), { tickets, windows })).toEqual({
      ...{ number: 'A003', state: 'waiting', window: undefined, calls: 0, ahead: 2, wait: [30, 45] },
    })
  })

  test('tells the window only while it is called or served', () => {
    const states = TICKET_STATES.map((state) => {
      const one = ticket(1, { state, window: '2' })
      return [state, followedNumber(one, { tickets: [one], windows }).window]
    })
    expect(states.filter(([, window]) => window)).toEqual([
      ['called', '2'],
      ['serving', '2'],
    ])
  })

  test('with one of two missing waits outside the queue', () => {
    const one = ticket(1, { present: 1 })
    expect(followedNumber(one, { tickets: [one], windows })).toMatchObject({
      state: 'one-missing',
      wait: undefined,
    })
  })
})
