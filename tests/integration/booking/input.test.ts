import { describe, expect, test } from 'vitest'
import { bookingSchema, slotIdSchema } from '#lib/booking/schema.ts'
import { somebody } from './fixtures/couples.ts'

const BOOKING = {
  slotId: 7,
  service: 'MARRIAGE',
  parties: [somebody(), somebody()].map(({ party: { sex, birthDate, ...told } }) => told),
}

describe('a wish for an appointment, as strangers send it', () => {
  test.each([
    [7, 7],
    ['7', 7],
    ['0000000007', 7],
    [2_147_483_647, 2_147_483_647],
  ])('the slot %j is read as %i', (typed, id) => {
    expect(slotIdSchema.parse(typed)).toBe(id)
  })

  test.each([0, -1, 1.5, 2_147_483_648, '9999999999', '0', '', '7;', '1e3', Number.NaN, null, [7], {}])(
    'the slot %j is none',
    (typed) => {
      expect(slotIdSchema.safeParse(typed).success).toBe(false)
    },
  )

  test('is taken as it should be', () => {
    expect(bookingSchema.parse(BOOKING)).toEqual(BOOKING)
  })

  test.each<[string, object]>([
    ['an unknown field', { ...BOOKING, urgent: true }],
    ['an unknown field of a person', { ...BOOKING, parties: [{ ...BOOKING.parties[0], hukou: 'x' }] }],
    ['nobody', { ...BOOKING, parties: [] }],
    ['three people', { ...BOOKING, parties: [...BOOKING.parties, BOOKING.parties[0]] }],
    ['an unknown service', { ...BOOKING, service: 'WEDDING' }],
    ['a name of 100 KB', { ...BOOKING, parties: [{ ...BOOKING.parties[0], name: '林'.repeat(50_000) }] }],
    ['a number that is a number', { ...BOOKING, parties: [{ ...BOOKING.parties[0], documentNumber: 1 }] }],
  ])('with %s is refused', (_, input) => {
    expect(bookingSchema.safeParse(input).success).toBe(false)
  })
})
