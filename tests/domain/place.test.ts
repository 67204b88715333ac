import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Coordinates, distanceMeters, regionPrefix } from '#lib/domain/place.ts'

const CHENGDU = { lat: 30.6598, lng: 104.0633 }
const XIAN = { lat: 34.2655, lng: 108.9541 }

describe('the distance between two places', () => {
  test('from Chengdu to Xi’an is some 606 km as the crow flies', () => {
    expect(distanceMeters(CHENGDU, XIAN) / 1000).toBeCloseTo(606, -1)
  })

  test('a degree of latitude is 111 km anywhere', () => {
    fc.assert(
      fc.property(placeArbitrary(), ({ lat, lng }) => {
        expect(distanceMeters({ lat: lat / 2, lng }, { lat: lat / 2 + 1, lng })).toBe(111_195)
      }),
    )
  })

  test('to oneself is nothing, there is as far as back, and no detour is shorter', () => {
    fc.assert(
      fc.property(placeArbitrary(), placeArbitrary(), placeArbitrary(), (a, b, c) => {
        expect(distanceMeters(a, a)).toBe(0)
        expect(distanceMeters(a, b)).toBe(distanceMeters(b, a))
        expect(distanceMeters(a, c)).toBeLessThanOrEqual(distanceMeters(a, b) + distanceMeters(b, c) + 2)
      }),
    )
  })
})

describe('the code of a region', () => {
  test.each([
    ['510000', '51'],
    ['510100', '5101'],
    ['510104', '510104'],
    ['500000', '50'],
    ['330523', '330523'],
  ])('%s holds all codes that start with %s', (code, prefix) => {
    expect(regionPrefix(code)).toBe(prefix)
  })
})

function placeArbitrary(): fc.Arbitrary<Coordinates> {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })
  return fc.record({ lat: degrees(90), lng: degrees(180) })
}
