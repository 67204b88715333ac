import { describe, expect, test } from 'vitest'
import { laterSpan } from '#lib/domain/room.ts'

const NOW = new Date('2026-12-01T02:00:00Z') // 10:00 in Shanghai
const span = (day: string, time: string, minutes = 60) => laterSpan({ day, time, minutes }, NOW)

describe('a room for a later time', () => {
  test('is booked by day and clock of Shanghai', () => {
    expect(span('2026-12-02', '14:30', 30)).toEqual({
      ok: true,
      value: { startsAt: new Date('2026-12-02T06:30:00Z'), endsAt: new Date('2026-12-02T07:00:00Z') },
    })
    expect(span('2026-12-01', '10:01')).toMatchObject({ ok: true })
  })

  test.each([
    ['2026-12-01', '10:00', 'time-is-over'],
    ['2026-11-30', '14:00', 'time-is-over'],
    ['2027-01-31', '14:00', 'too-far-off'],
    ['2026-12-02', '23:30', 'into-next-day'],
    ['2026-12-02', '25:00', 'clock-time'],
    ['2026-02-30', '14:00', 'required'],
  ])('is refused on %s at %s: %s', (day, time, reason) => {
    expect(span(day, time)).toMatchObject({ errors: [{ reason }] })
  })

  test('may last until midnight', () => {
    expect(span('2026-12-02', '23:00')).toMatchObject({ ok: true })
  })
})
