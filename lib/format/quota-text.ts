import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import type { Quota } from '#lib/domain/quota.ts'
import { translator } from '#lib/i18n/translator.ts'
import { dayText } from './dates.ts'
import { weekdaysText } from './rule-text.ts'
import { serviceName } from './service-name.ts'

/** The names of what a limit speaks of by id. */
export interface QuotaNames {
  readonly lanes: readonly { readonly id: string; readonly name: LocalizedText }[]
  readonly channels: readonly { readonly id: string; readonly name: string }[]
}

/** A limit beside the windows as a sentence: 大厅人数：同一时间最多 12 对，结婚登记，周六。 */
export function quotaText(locale: Locale, quota: Quota, names: QuotaNames): string {
  const t = translator(locale, 'hours.quota')
  const rule = translator(locale, 'hours.rule')
  const and = rule('and')
  const lanes = names.lanes.filter(({ id }) => quota.laneIds.includes(id)).map(({ name }) => name[locale])
  const channel = names.channels.find(({ id }) => id === quota.channelId)?.name
  const parts = [
    t(`most.${quota.period}`, { capacity: quota.capacity }),
    quota.services.length > 0
      ? quota.services.map((one) => serviceName(locale, one)).join(and)
      : t('allServices'),
    lanes.join(and),
    quota.channelId ? t('ofChannel', { channel: channel ?? '—' }) : '',
    quota.weekdays.length > 0 ? weekdaysText(locale, quota.weekdays) : '',
    rule('from', { day: dayText(locale, quota.validFrom, 'plain') }),
    quota.validTo ? rule('until', { day: dayText(locale, quota.validTo, 'plain') }) : '',
  ]
  return t('text', { name: quota.name[locale], parts: parts.filter(Boolean).join(rule('comma')) })
}
