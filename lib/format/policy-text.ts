import type { Locale } from '#lib/domain/localized-text.ts'
import { type PolicyValue, partsOfKey } from '#lib/domain/policy-key.ts'
import { translator } from '#lib/i18n/translator.ts'
import { serviceName } from './service-name.ts'

/** What a rule is called; with its service where it holds for that one alone. */
export function policyKeyText(locale: Locale, key: string): string {
  const translate = translator(locale, 'policies')
  const parts = partsOfKey(key)
  if (!parts) return key
  const name = translate(`key.${parts.name}.title`)
  return parts.service ? translate('forService', { name, service: serviceName(locale, parts.service) }) : name
}

/** The value of a rule with its unit; a rule that was taken away, or that nothing is said about, in words as well. */
export function policyValueText(locale: Locale, key: string, value: PolicyValue | undefined): string {
  const translate = translator(locale, 'policies')
  const rules = partsOfKey(key)?.rules
  if (value === null || value === undefined) return translate('value.none')
  if (typeof value === 'boolean') return translate(value ? 'value.yes' : 'value.no')
  if (typeof value === 'string' || !rules?.unit) return String(value)
  return translate(`unit.${rules.unit}`, { count: value })
}
