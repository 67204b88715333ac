import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { countsIn, leftOfQuotas, type Quota, type QuotaUse, type QuotaWish } from '#lib/domain/quota.ts'

const DAY = calendarDate('2026-12-01') // a Tuesday

const quota = (change: Partial<Quota> = {}): Quota => ({
  id: 'q',
  name: { 'zh-CN': '', 'zh-Hant': '', en: '' },
  services: [],
  laneIds: [],
  period: 'day',
  capacity: 5,
  weekdays: [],
  validFrom: calendarDate('2026-01-01'),
  ...change,
})
const at = (startTime: string, change: Partial<QuotaUse> = {}): QuotaUse => ({
  date: DAY,
  laneId: 'one',
  startTime: startTime as QuotaUse['startTime'],
  endTime: `${startTime.slice(0, 3)}30` as QuotaUse['endTime'],
  service: 'MARRIAGE',
  seats: 1,
  ...change,
})
const wish = (change: Partial<QuotaWish> = {}): QuotaWish => ({
  ...at('09:00'),
  service: 'MARRIAGE',
  ...change,
})

describe('limits beside the windows', () => {
  test('leave everything where none counts for the wish', () => {
    expect(leftOfQuotas([], [], wish())).toBe(Number.POSITIVE_INFINITY)
    for (const change of [
      { services: ['COUNSELLING'] },
      { laneIds: ['two'] },
      { weekdays: [1] },
      { validFrom: calendarDate('2026-12-02') },
      { validTo: calendarDate('2026-11-30') },
      { channelId: 'app' },
    ] as const)
      expect(leftOfQuotas([quota(change)], [], wish())).toBe(Number.POSITIVE_INFINITY)
  })

  test('count by the day, by the half of a day, or by what overlaps', () => {
    const uses = [at('09:00', { seats: 2 }), at('10:00'), at('14:00')]
    expect(leftOfQuotas([quota()], uses, wish())).toBe(1)
    expect(leftOfQuotas([quota({ period: 'half-day' })], uses, wish())).toBe(2)
    expect(leftOfQuotas([quota({ period: 'time' })], uses, wish({ endTime: '09:10' }))).toBe(3)
    const long = wish({ startTime: '09:15', endTime: '10:15' })
    expect(leftOfQuotas([quota({ period: 'time' })], uses, long)).toBe(2)
  })

  test('count only their services, lanes and channel, and another day not at all', () => {
    const uses = [
      at('09:00'),
      at('09:00', { service: 'COUNSELLING' }),
      at('09:00', { laneId: 'two' }),
      at('09:00', { channelId: 'app' }),
      at('09:00', { date: calendarDate('2026-12-02') }),
    ]
    expect(leftOfQuotas([quota({ services: ['MARRIAGE'] })], uses, wish())).toBe(2)
    expect(leftOfQuotas([quota({ laneIds: ['one'] })], uses, wish())).toBe(2)
    expect(leftOfQuotas([quota({ channelId: 'app' })], uses, wish({ channelId: 'app' }))).toBe(4)
  })

  test('count a seat that waits for somebody as any of them', () => {
    const { service: _, ...seat } = at('09:00')
    expect(
      leftOfQuotas([quota({ services: ['COUNSELLING'] })], [seat], wish({ service: 'COUNSELLING' })),
    ).toBe(4)
  })

  test('hold together: the narrowest decides, and below nothing is nothing', () => {
    const uses = [at('09:00', { seats: 4 })]
    expect(leftOfQuotas([quota(), quota({ capacity: 9 })], uses, wish())).toBe(1)
    expect(leftOfQuotas([quota({ capacity: 2 }), quota()], uses, wish())).toBe(0)
  })

  test('are looked for only in lanes and on days where they can count', () => {
    const lane = { id: 'one', services: ['MARRIAGE'] } as const
    expect(countsIn(quota(), lane, DAY)).toBe(true)
    expect(countsIn(quota({ services: ['COUNSELLING'] }), lane, DAY)).toBe(false)
    expect(countsIn(quota({ laneIds: ['two'] }), lane, DAY)).toBe(false)
    expect(countsIn(quota({ weekdays: [1] }), lane, DAY)).toBe(false)
  })
})
