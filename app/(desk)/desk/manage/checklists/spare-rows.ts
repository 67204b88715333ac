import type { ChecklistRuleSet, NotNeededItem } from '#lib/domain/checklist.ts'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { readFirstDay } from '../read-proposal.ts'
import { BLANK_ROWS } from './item-rows.ts'

type Values = Readonly<Record<string, string>>
type Spares = Pick<ChecklistRuleSet, 'notNeeded'>

/** The rows of what nobody need bring any more: those there are, and empty ones. */
export function spareCount({ notNeeded }: Spares): number {
  return notNeeded.length + BLANK_ROWS
}

/** What stands in the fields of what is not needed: `spare.1.name.en`, `spare.1.since` … */
export function spareValues({ notNeeded }: Spares): Record<string, string> {
  return Object.fromEntries(
    notNeeded.flatMap(({ code, name, since, source }, index) => [
      [`spare.${index}.code`, code],
      ...LOCALES.map((locale) => [`spare.${index}.name.${locale}`, name[locale]]),
      [`spare.${index}.since`, since],
      [`spare.${index}.source`, source],
    ]),
  )
}

/** The lines that were typed, without those that were taken out. */
export function readSpares(base: Spares, values: Values): readonly NotNeededItem[] {
  return Array.from({ length: spareCount(base) }, (_, index) => index).flatMap((index) => {
    const typed = (field: string) => (values[`spare.${index}.${field}`] ?? '').trim()
    const name = { 'zh-CN': typed('name.zh-CN'), 'zh-Hant': typed('name.zh-Hant'), en: typed('name.en') }
    const isBlank = !typed('code') && !Object.values(name).some(Boolean)
    if (isBlank || typed('remove') === 'on') return []
    return [{ code: typed('code'), name, since: readFirstDay(typed('since')), source: typed('source') }]
  })
}
