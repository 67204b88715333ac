import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import { type DeadlineReading, USUAL_READING } from '#lib/domain/cooling-off.ts'
import { faultsOfReading } from '#lib/domain/policy-fault.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import { resolveRules } from './resolve-rules.ts'
import type { PolicyRule } from './rules.sql.ts'

/**
 * How the law on the two periods is read on a day along a path of scopes: the usual reading where no rule says otherwise.
 * Throws for a value that is neither yes nor no: dates of the law are not computed on a guess.
 */
export function resolveReading(
  rules: readonly PolicyRule[],
  path: readonly Scope[],
  on: CalendarDate,
): DeadlineReading {
  const stored = rules.filter((rule) => rule.key in USUAL_READING && rule.value !== null)
  const reading = resolveRules([stored], path, on, USUAL_READING)
  const faults = faultsOfReading(reading)
  if (faults.length > 0) throw new Error(`rules that cannot stand: ${JSON.stringify(faults)}`)
  return reading as unknown as DeadlineReading
}
