import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isUuid, uuidV7 } from '#lib/domain/uuid.ts'

describe('an id that grows with time', () => {
  test('is a version 7 UUID, as RFC 9562 wants it', () => {
    fc.assert(
      fc.property(instantArbitrary(), bytesArbitrary(), (at, random) => {
        const id = uuidV7(at, random)
        expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
        expect(isUuid(id)).toBe(true)
        expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(at.getTime())
      }),
    )
  })

  test('of a later millisecond is greater', () => {
    fc.assert(
      fc.property(instantArbitrary(), bytesArbitrary(), bytesArbitrary(), (at, one, other) => {
        const later = new Date(at.getTime() + 1)
        expect(uuidV7(later, other) > uuidV7(at, one)).toBe(true)
      }),
    )
  })

  test('keeps 74 of its 80 random bits, so two of one millisecond differ', () => {
    fc.assert(
      fc.property(instantArbitrary(), bytesArbitrary(), bytesArbitrary(), (at, one, other) => {
        const isSame = uuidV7(at, one) === uuidV7(at, other)
        expect(isSame).toBe(kept(one) === kept(other))
      }),
    )
  })

  test('takes its ten bytes from where the view begins, not from the start of the memory behind it', () => {
    const bytes = Uint8Array.from({ length: 30 }, (_, index) => index)
    const at = new Date('2026-11-22T00:00:00Z')
    expect(uuidV7(at, bytes.subarray(20))).toBe(uuidV7(at, bytes.slice(20)))
  })

  test.each(['', 'abc', '019ab0000000700080000000000000000', '019AB000-0000-7000-8000-00000000000G'])(
    '%j is none',
    (text) => {
      expect(isUuid(text)).toBe(false)
    },
  )
})

// The first of four bits of two bytes are given away to version and variant.
function kept(bytes: Uint8Array): string {
  const copy = Uint8Array.from(bytes)
  copy[0] = (copy[0] ?? 0) & 0x0f
  copy[2] = (copy[2] ?? 0) & 0x3f
  return copy.join()
}

function instantArbitrary(): fc.Arbitrary<Date> {
  return fc.date({ min: new Date('2020-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
}

function bytesArbitrary(): fc.Arbitrary<Uint8Array> {
  return fc.uint8Array({ minLength: 10, maxLength: 10 })
}
