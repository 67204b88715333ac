import { describe, expect, test } from 'vitest'
import {
  decideOutcome,
  movesCase,
  needsReason,
  OUTCOMES,
  outcomesOf,
  REJECTIONS,
} from '#lib/domain/outcome.ts'
import { SERVICES } from '#lib/domain/service.ts'

const BOTH = { service: 'MARRIAGE', present: 2, expected: 2 } as const

describe('an outcome', () => {
  test('belongs to its service: every other one is refused', () => {
    for (const service of SERVICES) {
      for (const outcome of OUTCOMES) {
        const decided = decideOutcome({ ...BOTH, service }, { outcome, rejection: 'other' })
        expect(decided.ok, `${service} ${outcome}`).toBe(outcomesOf(service).includes(outcome))
      }
    }
  })

  test.each([
    ['registered', 'MARRIAGE', '1049'],
    ['application-accepted', 'DIVORCE_APPLICATION', '1076'],
    ['certificate-issued', 'DIVORCE_CERTIFICATE', '1077(2)'],
  ] as const)('%s takes both in person', (outcome, service, article) => {
    const decided = decideOutcome({ service, present: 1, expected: 2 }, { outcome })
    expect(decided).toMatchObject({ ok: false, errors: [{ reason: 'both-needed', article }] })
  })

  test('withdrawn and refused do not: one may withdraw alone, and one alone may be told no', () => {
    const alone = { service: 'DIVORCE_CERTIFICATE', present: 1, expected: 2 } as const
    expect(decideOutcome(alone, { outcome: 'withdrawn' }).ok).toBe(true)
    expect(decideOutcome(alone, { outcome: 'refused', rejection: 'one-of-two-absent' }).ok).toBe(true)
  })

  test('that is a no keeps a code of the list; a yes keeps none', () => {
    expect(decideOutcome(BOTH, { outcome: 'refused', rejection: 'because' })).toMatchObject({ ok: false })
    for (const rejection of REJECTIONS)
      expect(decideOutcome(BOTH, { outcome: 'refused', rejection })).toEqual({
        ok: true,
        value: { rejection },
      })
    expect(decideOutcome(BOTH, { outcome: 'registered', rejection: 'has-spouse' })).toEqual({
      ok: true,
      value: {},
    })
  })

  test('keeps numbers of documents and nothing that could be a name', () => {
    const register = (documents: string[]) => decideOutcome(BOTH, { outcome: 'registered', documents })
    expect(register([' j330523-2026-1 ', ''])).toEqual({ ok: true, value: { documents: ['J330523-2026-1'] } })
    expect(register(['J330523-2026-1', '张三'])).toMatchObject({ errors: [{ path: 'documents.1' }] })
    expect(register(['ZHANG SAN'])).toMatchObject({ ok: false })
    expect(register(Array(5).fill('J330523'))).toMatchObject({ ok: false })
  })

  test('moves the legal clock only where a case stands behind it', () => {
    expect(OUTCOMES.filter(movesCase)).toEqual(['application-accepted', 'certificate-issued', 'withdrawn'])
    expect(OUTCOMES.filter(needsReason)).toEqual(['not-accepted', 'refused'])
  })
})
