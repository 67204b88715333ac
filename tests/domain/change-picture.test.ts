import { describe, expect, test } from 'vitest'
import { answerDeadline, assignSeats, type Displaced, type FreeTime } from '#lib/domain/assign-seats.ts'
import type { Calendar } from '#lib/domain/calendar.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { applyChange, type CapacityChange, type OfficePlan } from '#lib/domain/capacity-change.ts'
import { pictureOf, type SeatTaken } from '#lib/domain/change-picture.ts'
import { hoursWithWindows } from '#lib/domain/fewer-windows.ts'
import type { Quota } from '#lib/domain/quota.ts'

const everywhere = (text: string) => ({ 'zh-CN': text, 'zh-Hant': text, en: text })
const calendar: Calendar = { holidays: new Set(), makeupWorkdays: new Set(), officialYears: new Set([2026]) }
const [TUE, WED, THU] = ['2026-12-01', '2026-12-02', '2026-12-03'].map(calendarDate) as [
  ReturnType<typeof calendarDate>,
  ReturnType<typeof calendarDate>,
  ReturnType<typeof calendarDate>,
]
const period = { from: TUE, until: THU }
const now = new Date('2026-11-22T10:00:00+08:00')
const rule = {
  weekdays: [1, 2, 3, 4, 5],
  opens: '09:00',
  closes: '10:00',
  windows: 2,
  publicPercent: 100,
  worksOnRestDay: false,
  validFrom: calendarDate('2026-01-01'),
}
const lane = {
  name: everywhere('窗口'),
  services: ['MARRIAGE', 'DIVORCE_CERTIFICATE'] as const,
  slotMinutes: 30,
  rules: [rule],
}
const plan: OfficePlan = { lanes: [{ ...lane, id: 'one', version: 1, serviceDays: [] }], closures: [] }
const closed = (mode: 'closed' | 'stopped' = 'closed'): CapacityChange => ({
  kind: 'closure',
  from: TUE,
  until: TUE,
  mode,
  reason: everywhere('停电'),
})
const windows = (count: number): CapacityChange => ({
  kind: 'lane',
  laneId: 'one',
  version: 1,
  lane: { ...lane, rules: [{ ...rule, windows: count }] },
})

function seat(id: string, wish: Partial<SeatTaken> & { minute?: number } = {}): SeatTaken {
  const { minute = 0, ...rest } = wish
  const bookedAt = new Date(now.getTime() + minute * 60_000)
  const place = { laneId: 'one', date: TUE, startTime: '09:00', slotId: 1 }
  return { ...place, kind: 'appointment', id, service: 'MARRIAGE', bookedAt, ...rest }
}

function look(change: CapacityChange, seats: readonly SeatTaken[], before = plan, at = now) {
  return pictureOf({ before, after: applyChange(before, change), calendar, period, seats, now: at })
}
const ids = ({ affected }: ReturnType<typeof look>) => affected.map(({ appointmentId }) => appointmentId)

describe('the picture of a change', () => {
  test.each<[string, CapacityChange, SeatTaken[], string[]]>([
    [
      'a closed day concerns everybody of it',
      closed(),
      [seat('a'), seat('b', { startTime: '09:30' })],
      ['a', 'b'],
    ],
    ['a stop concerns nobody', closed('stopped'), [seat('a')], []],
    ['of fewer windows who booked last', windows(1), [seat('late', { minute: 5 }), seat('early')], ['late']],
    [
      'never who is bound by law before others',
      windows(1),
      [seat('law', { minute: 5, latest: WED, service: 'DIVORCE_CERTIFICATE' }), seat('early')],
      ['early'],
    ],
    [
      'a hold or a kept-back seat goes before a booking',
      windows(1),
      [seat('h', { kind: 'held' }), seat('a', { minute: 9 })],
      [],
    ],
    ['another day is left alone', closed(), [seat('a', { date: WED })], []],
    [
      'those bound by law come first',
      closed(),
      [seat('a'), seat('b', { startTime: '09:30', latest: WED })],
      ['b', 'a'],
    ],
    ['a couple with two seats counts once', closed(), [seat('a'), seat('a', { startTime: '09:30' })], ['a']],
  ])('%s', (_, change, seats, expected) => expect(ids(look(change, seats))).toEqual(expected))

  test('places are told by day, gained apart from lost', () => {
    expect(look(closed(), []).days).toEqual([{ date: TUE, before: 4, after: 0, gained: 0, lost: 4 }])
    expect(look(closed('stopped'), []).days).toEqual([{ date: TUE, before: 4, after: 0, gained: 0, lost: 4 }])
    const later: CapacityChange = {
      kind: 'special-day',
      laneId: 'one',
      date: WED,
      hours: [{ ...rule, date: WED, opens: '09:30', closes: '11:00', replaces: true }],
      reason: everywhere('讲座'),
    }
    expect(look(later, []).days).toEqual([{ date: WED, before: 4, after: 6, gained: 4, lost: 2 }])
  })

  test('who is honoured beyond the plan already is not counted again', () => {
    const seats = [seat('a'), seat('b', { minute: 1 }), seat('honoured', { minute: 2 })]
    expect(ids(look(windows(1), seats))).toEqual(['b'])
  })

  test('who is honoured beyond the plan loses a time that ends for everybody, unless an offer waits for them already', () => {
    const one = applyChange(plan, windows(1))
    const seats = [seat('a'), seat('honoured', { minute: 1 }), seat('offered', { minute: 2, isInHand: true })]
    expect(ids(look(closed(), seats, one))).toEqual(['a', 'honoured'])
    // Kept on a closed day: closing it again is nothing new, a holiday is.
    const shut = applyChange(one, closed())
    expect(ids(look(closed(), seats, shut))).toEqual([])
    const rest = { ...calendar, holidays: new Set([TUE]) }
    const drawn = { before: shut, after: shut, calendar, calendarAfter: rest, period, seats, now }
    expect(ids(pictureOf(drawn))).toEqual(['a', 'honoured'])
    expect(ids(pictureOf({ ...drawn, calendar: rest }))).toEqual([])
  })

  test('times that have begun are past changing', () => {
    const seats = [seat('a'), seat('b', { startTime: '09:30' })]
    const at = new Date('2026-12-01T09:10:00+08:00')
    expect(ids(look(closed(), seats, plan, at))).toEqual(['b'])
    expect(look(closed(), seats, plan, at).days).toMatchObject([{ lost: 2 }])
  })

  test('closing a day that is stopped concerns who is booked; a service that a lane gives up, its couples', () => {
    const stopped = { ...plan, closures: [{ id: 's', from: TUE, until: TUE, kind: 'stopped' as const }] }
    expect(ids(look(closed(), [seat('a')], stopped))).toEqual(['a'])
    const without: CapacityChange = {
      kind: 'lane',
      laneId: 'one',
      version: 1,
      lane: { ...lane, services: ['DIVORCE_CERTIFICATE'] },
    }
    expect(ids(look(without, [seat('a'), seat('b', { service: 'DIVORCE_CERTIFICATE' })]))).toEqual(['a'])
  })

  test('the kept seat of a case is told apart: it gets another time by itself', () => {
    expect(look(closed(), [seat('case', { kind: 'kept', latest: WED })])).toMatchObject({
      affected: [],
      keptCases: ['case'],
    })
  })

  test('a special day with fewer windows keeps the hours of the day', () => {
    const [own] = plan.lanes
    if (!own) throw new Error('a lane')
    expect(hoursWithWindows(own, calendar, TUE, 1)).toMatchObject([
      { date: TUE, opens: '09:00', closes: '10:00', windows: 1, replaces: true },
    ])
    expect(hoursWithWindows(own, calendar, calendarDate('2026-12-05'), 1)).toEqual([])
  })
})

describe('the nearest equal place', () => {
  const couple = (appointmentId: string, wish: Partial<Displaced> = {}): Displaced => ({
    appointmentId,
    service: 'CEREMONY',
    pool: 'public',
    date: TUE,
    startTime: '09:00',
    ...wish,
  })
  const time = (slotId: number, date: typeof TUE, startTime = '09:00', free = 1): FreeTime => ({
    slotId,
    services: ['CEREMONY', 'MARRIAGE', 'DIVORCE_CERTIFICATE'],
    date,
    startTime,
    free,
    publicFree: free,
    isWorkday: true,
  })
  const AFTER = calendarDate('2026-11-27')
  const slots = (couples: Displaced[], times: FreeTime[], after = AFTER) =>
    assignSeats(couples, times, after).map(({ slotId }) => slotId)

  test('is the nearest day, then the nearest time; each place goes once', () => {
    const times = [time(1, THU), time(2, WED, '14:00'), time(3, WED, '09:30')]
    expect(slots([couple('a'), couple('b'), couple('c'), couple('d')], times)).toEqual([3, 2, 1, undefined])
  })

  test('is never before the answer, nor for a wedding before the day on which both are of age', () => {
    const monday = time(1, calendarDate('2026-11-30'))
    expect(slots([couple('a')], [monday])).toEqual([1])
    expect(slots([couple('a')], [monday], calendarDate('2026-11-30'))).toEqual([undefined])
    expect(slots([couple('a', { service: 'MARRIAGE' })], [monday])).toEqual([undefined])
  })

  test('stays inside the window of the law, and is added there when none is free', () => {
    const bound = couple('a', {
      service: 'DIVORCE_CERTIFICATE',
      pool: 'staff',
      within: { from: WED, until: WED },
    })
    expect(assignSeats([bound], [time(1, THU), time(2, WED, '09:00', 0)], AFTER)).toEqual([
      { appointmentId: 'a', slotId: 2, isAdded: true },
    ])
    expect(slots([bound], [time(1, THU)])).toEqual([undefined])
    expect(slots([bound], [{ ...time(2, WED), isWorkday: false }])).toEqual([undefined])
  })

  test('a quota of a day counts for who is moved too, but not for whom the law binds to it', () => {
    const limit = { laneId: 'one', endTime: '09:30' } as const
    const times = [{ ...time(1, WED, '09:00', 9), limit }, time(2, THU, '09:00', 9)]
    const quota: Quota = {
      id: 'q',
      name: everywhere(''),
      services: [],
      laneIds: [],
      period: 'day',
      capacity: 2,
      weekdays: [],
      validFrom: TUE,
    }
    const used = { date: WED, laneId: 'one', startTime: '10:00', endTime: '10:30', seats: 1 } as const
    const inUse = { quotas: [quota], uses: [used] }
    const bound = couple('c', { service: 'DIVORCE_CERTIFICATE', within: { from: WED, until: WED } })
    const given = assignSeats([couple('a'), couple('b'), bound], times, AFTER, inUse)
    expect(given.map(({ slotId }) => slotId)).toEqual([1, 2, 1])
  })

  test('the public has only its share', () => {
    const staffOnly = { ...time(1, WED), publicFree: 0 }
    expect(slots([couple('a'), couple('b', { pool: 'staff' })], [staffOnly])).toEqual([undefined, 1])
  })

  test('the answer is due before the old time and the evening before the new one', () => {
    const wished = new Date('2026-12-05T18:00:00+08:00')
    const old = { date: THU, startTime: '09:00' }
    expect(answerDeadline(wished, old, { date: calendarDate('2026-12-09') })).toEqual(
      new Date('2026-12-03T09:00:00+08:00'),
    )
    expect(answerDeadline(wished, old, { date: WED })).toEqual(new Date('2026-12-01T18:00:00+08:00'))
  })
})
