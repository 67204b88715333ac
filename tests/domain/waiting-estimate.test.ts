import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Ticket, TicketState } from '#lib/domain/ticket.ts'
import { estimateWait, estimateWaitOf, estimateWaits, PACE_NEEDS } from '#lib/domain/waiting-estimate.ts'

const QUEUE = { ahead: 4, windows: 2, busy: 2, handlingMinutes: [], usualMinutes: 15 }

describe('the waiting time', () => {
  test('falls back on the usual length until five visits are known, and says so', () => {
    expect(estimateWait(QUEUE)).toEqual({
      optimisticMinutes: 30,
      pessimisticMinutes: 45,
      ahead: 4,
      basis: 'usual',
    })
    const four = Array(PACE_NEEDS - 1).fill(1)
    expect(estimateWait({ ...QUEUE, handlingMinutes: four })?.basis).toBe('usual')
  })

  test('then goes by the quarters of today', () => {
    const handlingMinutes = [8, 10, 12, 14, 20]
    expect(estimateWait({ ...QUEUE, handlingMinutes })).toEqual({
      optimisticMinutes: 20,
      pessimisticMinutes: 42,
      ahead: 4,
      basis: 'today',
    })
  })

  test('is nothing where a window is free, and cannot be told where none is open', () => {
    expect(estimateWait({ ...QUEUE, ahead: 0, busy: 1 })).toMatchObject({
      optimisticMinutes: 0,
      pessimisticMinutes: 0,
    })
    expect(estimateWait({ ...QUEUE, windows: 0, busy: 0 })).toBeUndefined()
  })

  test('never promises more than it fears, grows with the line, and shrinks with windows', () => {
    const facts = fc.record({
      ahead: fc.nat(60),
      windows: fc.integer({ min: 1, max: 12 }),
      handlingMinutes: fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 30 }),
      usualMinutes: fc.integer({ min: 5, max: 60 }),
    })
    fc.assert(
      fc.property(facts, (some) => {
        const busy = some.windows
        const now = estimateWait({ ...some, busy })
        const longer = estimateWait({ ...some, busy, ahead: some.ahead + 1 })
        const wider = estimateWait({ ...some, busy: busy + 1, windows: some.windows + 1 })
        if (!now || !longer || !wider) throw new Error('windows are open')
        expect(now.optimisticMinutes).toBeLessThanOrEqual(now.pessimisticMinutes)
        expect(longer.pessimisticMinutes).toBeGreaterThanOrEqual(now.pessimisticMinutes)
        expect(wider.pessimisticMinutes).toBeLessThanOrEqual(now.pessimisticMinutes)
      }),
    )
  })

  test('counts only those whom the same windows call before', () => {
    const windows = [
      { name: '1', services: ['MARRIAGE'], open: true },
      { name: '2', services: ['DIVORCE_APPLICATION', 'REISSUE_DIVORCE'], open: true },
      { name: '3', services: ['COUNSELLING'], open: false },
    ] as const
    const tickets = [
      ticket('a', 'serving', { window: '1' }),
      ticket('b', 'waiting'),
      ticket('c', 'waiting', { service: 'REISSUE_DIVORCE' }),
      ticket('d', 'waiting'),
      ticket('e', 'waiting', { service: 'COUNSELLING' }),
      ticket('f', 'waiting', { present: 1 }),
    ]
    const waits = estimateWaits(tickets, windows)
    expect([...waits].map(([id, wait]) => [id, wait?.ahead])).toEqual([
      ['b', 0],
      ['c', 0],
      ['d', 1],
      ['e', undefined],
    ])
    expect(waits.get('d')).toMatchObject({ optimisticMinutes: 15, pessimisticMinutes: 30 })
    expect(waits.get('c')).toMatchObject({ pessimisticMinutes: 0 })
    for (const { id } of tickets) expect(estimateWaitOf(id, tickets, windows)).toEqual(waits.get(id))
  })
})

function ticket(
  id: string,
  state: TicketState,
  change: { window?: string; service?: Service; present?: number } = {},
): Ticket {
  const at = new Date(Date.UTC(2026, 11, 1, 1, id.charCodeAt(0)))
  return {
    id,
    officeId: 'here',
    date: calendarDate('2026-12-01'),
    letter: 'A',
    number: id.charCodeAt(0),
    service: 'MARRIAGE',
    state,
    appointmentId: undefined,
    expected: 2,
    present: 2,
    rank: 1,
    orderAt: at,
    greenChannel: false,
    proxy: false,
    locale: 'zh-CN',
    window: undefined,
    staffId: undefined,
    calls: 0,
    calledAt: undefined,
    startedAt: undefined,
    endedAt: undefined,
    outcome: undefined,
    materials: undefined,
    createdAt: at,
    version: 0,
    ...change,
  }
}
