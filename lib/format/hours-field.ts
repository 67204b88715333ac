import type { Locale } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'

const LANE = ['name', 'slotMinutes', 'services', 'rules']
const RULE = [
  'weekdays',
  'opens',
  'closes',
  'windows',
  'publicPercent',
  'walkInPercent',
  'everyWeeks',
  'nthOfMonth',
  'validFrom',
  'validTo',
]
const QUOTA = [
  'name',
  'capacity',
  'period',
  'services',
  'laneIds',
  'weekdays',
  'channelId',
  'validFrom',
  'validTo',
]
const DAY = [
  'lane',
  'date',
  'reason',
  'total',
  'begins',
  'shares',
  'publicPercent',
  'walkInPercent',
  'releaseOn',
  'releaseTime',
]

/** What a field of the form of a lane is called, with the rule and the break it stands in; undefined where there is none. */
export function laneField(locale: Locale, path: string): string | undefined {
  const t = translator(locale, 'hours.form')
  const [first = '', index, field = '', nth, end] = path.split('.')
  if (index === undefined) return LANE.includes(first) ? short(t(first)) : undefined
  if (first !== 'rules') return undefined
  const rule = t('rule', { number: Number(index) + 1 })
  if (field === 'breaks' && nth !== undefined)
    return within(locale, rule, t(end === 'from' ? 'breakFrom' : 'breakUntil', { number: Number(nth) + 1 }))
  return RULE.includes(field) ? within(locale, rule, short(t(field))) : rule
}

/** The same for the limits of an office. */
export function quotaField(locale: Locale, path: string): string | undefined {
  const t = translator(locale, 'hours.quota')
  const [first, index, field = ''] = path.split('.')
  if (first !== 'quotas') return undefined
  const quota = t('one', { number: Number(index) + 1 })
  return QUOTA.includes(field) ? within(locale, quota, short(t(field))) : quota
}

/** The same for the plan of one day. */
export function dayField(locale: Locale, path: string): string | undefined {
  const t = translator(locale, 'hours.special')
  const [first = '', index, field] = path.split('.')
  const number = Number(index) + 1
  if (first === 'hours' && field === 'windows') return t('windows', { number })
  if (first === 'hours') return t(field === 'closes' ? 'closes' : 'opens', { number })
  return DAY.includes(first) ? short(t(`field.${first}`)) : undefined
}

function within(locale: Locale, line: string, field: string): string {
  return translator(locale, 'common')('fieldOf', { line, field })
}

/** A label without what explains it in brackets. */
function short(label: string): string {
  return label.replace(/\s*[（(][^）)]*[）)]$/, '')
}
