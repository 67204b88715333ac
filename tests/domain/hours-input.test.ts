import { describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { blankRule, readLane, type TypedLane, type TypedRule, typeLane } from '#lib/domain/lane-input.ts'
import { placesAWeek } from '#lib/domain/places-a-week.ts'
import { blankQuota, readQuotas, typeQuota } from '#lib/domain/quota-input.ts'
import { planSlots } from '#lib/domain/slot-plan.ts'
import { frontLoad, readSpecialDay } from '#lib/domain/special-day-input.ts'

const TODAY = calendarDate('2026-11-22')
const morning: TypedRule = { ...blankRule(TODAY), opens: '09:00', closes: '12:00', windows: '4' }
const lane: TypedLane = {
  name: '结婚登记窗口',
  nameHant: '結婚登記窗口',
  nameEn: '',
  services: ['MARRIAGE'],
  slotMinutes: '15',
  rules: [morning],
}
const wrongIn = (typed: Partial<TypedLane>) => readLane({ ...lane, ...typed }, TODAY).errors
const wrongRule = (...rules: Partial<TypedRule>[]) =>
  wrongIn({ rules: rules.map((rule) => ({ ...morning, ...rule })) })

describe('a lane that is typed', () => {
  test('comes back as it was typed, and leaves out what makes no difference', () => {
    const { lane: read, errors } = readLane(lane, TODAY)
    expect(errors).toEqual([])
    expect(read.name).toEqual({ 'zh-CN': '结婚登记窗口', 'zh-Hant': '結婚登記窗口', en: '结婚登记窗口' })
    expect(Object.keys(read.rules[0] ?? {})).not.toContain('everyWeeks')
    expect(typeLane(read)).toEqual(lane)
  })

  test.each([
    ['a name', { name: ' ' }, 'name', 'required'],
    ['a service', { services: ['GARDENING'] }, 'services', 'required'],
    ['minutes', { slotMinutes: 'x' }, 'slotMinutes', 'out-of-range'],
    ['a rule', { rules: [] }, 'rules', 'required'],
  ])('needs %s', (_, typed, path, reason) => {
    expect(wrongIn(typed)).toEqual([{ path, reason }])
  })

  test.each([
    [{ closes: '08:00' }, 'rules.0.closes', 'time-ends-before-start'],
    [{ opens: '' }, 'rules.0.opens', 'clock-time'],
    [{ publicPercent: '90', walkInPercent: '20' }, 'rules.0.publicPercent', 'shares-above-100'],
    [{ publicPercent: '101' }, 'rules.0.publicPercent', 'out-of-range'],
    [{ windows: '-1' }, 'rules.0.windows', 'out-of-range'],
    [{ validTo: '2026-11-01' }, 'rules.0.validTo', 'ends-before-start'],
    [{ validFrom: '2026-02-30' }, 'rules.0.validFrom', 'date'],
    [{ validFrom: '' }, 'rules.0.validFrom', 'required'],
    [{ weekdays: [] }, 'rules.0.weekdays', 'required'],
    [{ breaks: [{ from: '10:30', until: '10:30' }] }, 'rules.0.breaks.0.until', 'break-without-length'],
  ])('is refused at its field: %j', (rule, path, reason) => {
    expect(wrongRule(rule)).toContainEqual({ path, reason })
  })

  test('has no two rules for one time', () => {
    expect(wrongRule({}, { opens: '11:00', closes: '13:00' })).toEqual([
      { path: 'rules.1', reason: 'rules-overlap' },
    ])
    expect(wrongRule({}, { opens: '13:00', closes: '15:00' })).toEqual([])
  })

  test('tells what it makes in a week before anything is written', () => {
    const { lane: read } = readLane(lane, TODAY)
    expect(placesAWeek(read, TODAY)).toEqual({ usual: 240, online: 165, least: 240, most: 240 })
  })
})

describe('limits that are typed', () => {
  const facts = { known: [], today: TODAY, newId: () => 'new' }
  test('come back as they were typed', () => {
    const typed = { ...blankQuota(TODAY), name: '大厅人数', capacity: '12', services: ['MARRIAGE'] }
    const { quotas, errors } = readQuotas([typed], facts)
    expect(errors).toEqual([])
    expect(quotas.map(typeQuota)).toEqual([{ ...typed, id: 'new' }])
  })

  test('are refused field by field', () => {
    const { errors } = readQuotas([{ ...blankQuota(TODAY), validTo: '2026-11-01' }], facts)
    expect(errors.map(({ path }) => path).sort()).toEqual([
      'quotas.0.capacity',
      'quotas.0.name',
      'quotas.0.validTo',
    ])
  })
})

describe('a special day that is typed', () => {
  const typed = {
    laneId: 'lane',
    date: '2027-05-20',
    hours: [
      { opens: '', closes: '', windows: '' },
      { opens: '09:00', closes: '12:00', windows: '6' },
    ],
    total: '',
    begins: '09:00',
    shares: '50/30/20',
    publicPercent: '100',
    walkInPercent: '',
    replaces: false,
    releaseOn: '2027-05-13',
    releaseTime: '09:00',
    reason: '5·20',
  }
  const facts = { today: TODAY, slotMinutes: 15 }

  test('may be released at an instant of its own', () => {
    const { change, errors } = readSpecialDay(typed, facts)
    expect(errors).toEqual([])
    expect(change.hours).toMatchObject([
      { opens: '09:00', windows: 6, releaseAt: new Date('2027-05-13T01:00:00Z') },
    ])
  })

  test.each([60, 61, 7, 100, 1])('spreads %i places over the hours and loses none', (total) => {
    const parts = frontLoad({ begins: '09:00', slotMinutes: 15, total, shares: [50, 30, 20] })
    const date = calendarDate('2027-05-20')
    const slots = planSlots(
      {
        slotMinutes: 15,
        rules: [],
        closures: [],
        serviceDays: parts.map((part) => ({ ...part, date, publicPercent: 100 })),
      },
      { holidays: new Set(), makeupWorkdays: new Set(), officialYears: new Set() },
      date,
    )
    expect(slots.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(total)
    const first = slots.filter(({ startTime }) => startTime < '10:00')
    expect(first.reduce((sum, { capacity }) => sum + capacity, 0)).toBe(Math.round(total / 2))
  })

  test.each([
    [{ releaseOn: '2027-05-20' }, 'releaseOn', 'release-after-day'],
    [{ total: '60', shares: '50/30' }, 'shares', 'shares-below-100'],
    [{ total: '60', shares: '80/30' }, 'shares', 'shares-above-100'],
    [{ total: 'many', hours: [] }, 'total', 'out-of-range'],
    [{ hours: [] }, 'hours.0.opens', 'required'],
    [
      { hours: [typed.hours[0], { opens: '12:00', closes: '09:00', windows: '2' }] as never },
      'hours.1.closes',
      'time-ends-before-start',
    ],
    [{ publicPercent: '70', walkInPercent: '40' }, 'publicPercent', 'shares-above-100'],
    [{ date: '2026-01-01', releaseOn: '' }, 'date', 'past'],
    [{ reason: '' }, 'reason', 'required'],
  ])('is refused at its field: %j', (more, path, reason) => {
    expect(readSpecialDay({ ...typed, ...more }, facts).errors).toContainEqual({ path, reason })
  })
})
