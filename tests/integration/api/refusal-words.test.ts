import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { APPOINTMENT_STATUSES } from '#lib/domain/appointment-status.ts'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { REFUSAL_REASONS } from '#lib/domain/refusal.ts'
import { refusalText } from '#lib/format/refusal-text.ts'

/** Every literal that the rules, the booking and the API give as the reason of a detail. */
function reasonsInCode(): string[] {
  const folders = ['lib/domain', 'lib/booking', 'lib/identity', 'lib/api', 'lib/api/resources']
  const sources = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.ts'))
      .map((file) => readFileSync(join(folder, file), 'utf8')),
  )
  const literal =
    /(?:reason: |reasons\.push\(|return fault\(|return malformed\('[^']*', |wrong\('\w+', |params: \{ reason: )'([a-z0-9-]+)'/g
  const found = sources.flatMap((source) => [...source.matchAll(literal)].map((match) => match[1] ?? ''))
  const faults = ['legacy-15', 'length', 'format', 'region', 'birthdate', 'birthdate-future', 'check-digit']
  const isDetail = (reason: string) =>
    !(REFUSAL_REASONS as readonly string[]).includes(reason) && reason !== 'rest-day'
  return [...new Set([...found, ...faults, ...APPOINTMENT_STATUSES])].filter(isDetail)
}

describe.each(LOCALES)('in %s', (locale) => {
  test.each([...REFUSAL_REASONS, 'fault' as const])('%s has words', (reason) => {
    const { title, detail } = refusalText(locale, { reason })
    expect(title).not.toContain('refusals.')
    expect(title.length).toBeLessThan(60)
    expect(detail).not.toBe(title)
  })

  test('every detail that the code can give has a sentence of its own', () => {
    const general = refusalText(locale, {
      reason: 'not-found',
      errors: [{ path: '', reason: 'never-heard-of' }],
    })
    const reasons = reasonsInCode()
    expect(reasons.length).toBeGreaterThan(40)
    const textOf = (reason: string) =>
      refusalText(locale, { reason: 'invalid-input', errors: [{ path: '', reason }] }).errors[0]?.text ?? ''
    const isSilent = (reason: string) =>
      textOf(reason) === general.errors[0]?.text || /refusals\.|[{}]/.test(textOf(reason))
    expect(reasons.filter(isSilent)).toEqual([])
  })

  test('being too young tells the day in words', () => {
    const detail = { path: 'parties', reason: 'female-under-20', earliestOn: '2027-01-02' }
    const { errors } = refusalText(locale, { reason: 'not-eligible', errors: [detail] })
    expect(errors[0]?.text).toMatch(locale === 'en' ? /2 January 2027/ : /2027年1月2日/)
  })
})
