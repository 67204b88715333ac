import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DEFAULT_POLICY } from '#lib/domain/booking-policy.ts'
import { addDays, calendarDate } from '#lib/domain/calendar-date.ts'
import { USUAL_READING } from '#lib/domain/cooling-off.ts'
import { LOCALES } from '#lib/domain/localized-text.ts'
import {
  faultOfValue,
  POLICY_KEYS,
  POLICY_NAMES,
  partsOfKey,
  readPolicyValue,
} from '#lib/domain/policy-key.ts'
import { USUAL_TERMS } from '#lib/domain/rating-terms.ts'
import {
  liftVersion,
  placeVersion,
  type Version,
  versionAlong,
  versionBefore,
  versionOn,
} from '#lib/domain/version-line.ts'
import { policyKeyText, policyValueText } from '#lib/format/policy-text.ts'

describe('the register of dated rules', () => {
  test('has every rule of booking and of reading the law, each with a default that stands', () => {
    const defaults = { ...DEFAULT_POLICY, ...USUAL_READING, ...USUAL_TERMS }
    expect([...POLICY_NAMES].sort()).toEqual(Object.keys(defaults).sort())
    for (const name of POLICY_NAMES)
      expect(faultOfValue(POLICY_KEYS[name], defaults[name] ?? null), name).toBeUndefined()
    expect(POLICY_NAMES.filter((name) => POLICY_KEYS[name].legal)).toEqual(Object.keys(USUAL_READING))
  })

  test('has words for each rule and value in every language', () => {
    for (const locale of LOCALES)
      for (const name of POLICY_NAMES) {
        const said = `${policyKeyText(locale, name)} ${policyValueText(locale, name, { ...DEFAULT_POLICY, ...USUAL_READING, ...USUAL_TERMS }[name])}`
        expect(said, `${locale} ${name}`).not.toMatch(/policies\.|undefined/)
      }
    expect(policyValueText('zh-CN', 'horizonDays', 30)).toBe('30 天')
    expect(policyValueText('en', 'horizonDays', 1)).toBe('1 day')
    expect(policyKeyText('zh-CN', 'stillComingDays.MARRIAGE')).toContain('结婚登记')
  })

  test('knows a rule for one service only where services may differ', () => {
    expect(partsOfKey('stillComingDays.MARRIAGE')).toMatchObject({
      name: 'stillComingDays',
      service: 'MARRIAGE',
    })
    for (const key of [
      'stillComingDays.',
      'stillComingDays.OTHER',
      'horizonDays.MARRIAGE',
      'toString',
      'a.b.c',
      '',
    ])
      expect(partsOfKey(key), key).toBeUndefined()
  })

  test.each([
    ['horizonDays', '30', undefined],
    ['horizonDays', '367', 'too-large'],
    ['horizonDays', '-1', 'not-whole'],
    ['holdMinutes', '0', 'too-small'],
    ['holdMinutes', '', 'required'],
    ['releaseTime', '', undefined],
    ['releaseTime', '8:30', 'no-clock-time'],
    ['shiftFirstPeriod', 'false', undefined],
    ['shiftFirstPeriod', 'yes', 'not-yes-or-no'],
  ] as const)('%s typed as “%s”: %s', (name, typed, fault) => {
    expect(faultOfValue(POLICY_KEYS[name], readPolicyValue(POLICY_KEYS[name], typed))).toBe(fault)
  })
})

describe('the versions of one place', () => {
  const START = calendarDate('2026-01-01')
  const day = (n: number) => addDays(START, n)

  test('follow each other without gap or overlap, whatever comes and is taken back', () => {
    const step = fc.record({ from: fc.integer({ min: 1, max: 60 }), lift: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        let line: Version[] = [{ id: 'first', validFrom: day(0), validTo: null, tookOver: false }]
        const starts = new Map([[day(0), 'first']])
        steps.forEach(({ from, lift }, index) => {
          const taken = line.find(({ validFrom }) => validFrom === day(from))
          if (taken && lift) {
            const lifted = liftVersion(line, taken.id, START)
            if (!lifted.ok) throw new Error('not lifted')
            const { goesOn } = lifted.value
            line = line
              .filter((one) => one !== taken)
              .map((one) => (one.id === goesOn?.id ? { ...one, validTo: goesOn.validTo } : one))
            starts.delete(day(from))
            return
          }
          const placed = placeVersion(line, day(from), START)
          expect(placed.ok).toBe(!taken)
          if (!placed.ok) return
          const { ends, validTo } = placed.value
          const ended = line.map((one) => (one.id === ends?.id ? { ...one, validTo: ends.validTo } : one))
          const id = `v${index}`
          line = [...ended, { id, validFrom: day(from), validTo, tookOver: ends !== undefined }]
          starts.set(day(from), id)
        })
        for (let n = 0; n <= 61; n += 1) {
          const holding = line.filter(
            ({ validFrom, validTo }) => validFrom <= day(n) && (validTo === null || day(n) <= validTo),
          )
          const [latest] = [...starts]
            .filter(([from]) => from <= day(n))
            .sort(([one], [other]) => other.localeCompare(one))
          expect(holding.map(({ id }) => id)).toEqual([latest?.[1]])
        }
      }),
    )
  })

  test('a temporary one ends when it was to end, also when it is changed; what was before a gap does not go on', () => {
    const line = [{ id: 'a', validFrom: day(0), validTo: day(9), tookOver: false }]
    expect(placeVersion(line, day(5), day(1))).toMatchObject({
      value: { ends: { id: 'a', validTo: day(4) }, validTo: day(9) },
    })
    expect(placeVersion(line, day(10), day(1))).toMatchObject({ value: { ends: undefined, validTo: null } })
    const after = [...line, { id: 'b', validFrom: day(10), validTo: null, tookOver: false }]
    expect(liftVersion(after, 'b', day(1))).toMatchObject({ value: { goesOn: undefined } })
    expect(liftVersion(after, 'b', day(10))).toMatchObject({ errors: [{ reason: 'has-begun' }] })
    expect(versionOn(after, day(10))?.id).toBe('b')
  })

  test('the narrowest place with one in force wins', () => {
    const path = [
      { scope: 'national', scopeId: 'CN' },
      { scope: 'region', scopeId: '330000' },
      { scope: 'office', scopeId: 'anji' },
    ] as const
    const versions = [
      { ...path[0], validFrom: day(5), validTo: null },
      { ...path[1], validFrom: day(0), validTo: day(3) },
      { scope: 'office', scopeId: 'other', validFrom: day(0), validTo: null },
    ] as const
    expect(versionAlong(versions, path, day(2))?.scope).toBe('region')
    expect(versionAlong(versions, path, day(4))).toBeUndefined()
    expect(versionAlong(versions, path, day(6))?.scope).toBe('national')
  })
  test('each is compared with what held before it: its own earlier one, that of a wider place, or the default', () => {
    const path = [
      { scope: 'national', scopeId: 'CN' },
      { scope: 'office', scopeId: 'anji' },
    ] as const
    const [nation, office] = path
    const stays = { validTo: null, isTakenBack: false }
    const nations = { ...nation, ...stays, id: 'nation', validFrom: day(0) }
    const first = { ...office, id: 'first', isTakenBack: false, validFrom: day(5), validTo: day(9) }
    const second = { ...office, ...stays, id: 'second', validFrom: day(10) }
    const gone = { ...office, ...stays, id: 'gone', validFrom: day(7), isTakenBack: true }
    const versions = [nations, first, second, gone]
    const before = (one: (typeof versions)[number]) => versionBefore(versions, one, path)?.id
    expect(versions.map(before)).toEqual([undefined, 'nation', 'first', 'first'])
  })

  test('a value outside its sense is refused for every rule: below its least, above its most, no number, no time', () => {
    for (const name of POLICY_NAMES) {
      const { kind, least = 0, most } = POLICY_KEYS[name]
      const fault = (value: string | number | boolean) => faultOfValue(POLICY_KEYS[name], value)
      if (kind === 'number') {
        expect([fault(least - 1), fault(1.5), fault('5')], name).toEqual([
          'too-small',
          'not-whole',
          'not-whole',
        ])
        expect(most, `${name} has an end`).toBeGreaterThan(least)
        expect(fault((most ?? 0) + 1), name).toBe('too-large')
      } else expect(fault('25:00'), name).toBe(kind === 'time' ? 'no-clock-time' : 'not-yes-or-no')
    }
  })
})
