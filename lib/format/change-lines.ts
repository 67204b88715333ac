import type { CapacityChange, LaneDraft } from '#lib/domain/capacity-change.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { translator } from '#lib/i18n/translator.ts'
import { dayText } from './dates.ts'
import { type QuotaNames, quotaText } from './quota-text.ts'
import { ruleText, serviceDayText } from './rule-text.ts'
import { serviceName } from './service-name.ts'

/** What somebody changed: what it is about, and how things are after it, a sentence a line. */
export function changeLines(
  locale: Locale,
  change: CapacityChange,
  names: QuotaNames,
): { readonly title: string; readonly lines: readonly string[] } {
  const t = translator(locale, 'hours.history')
  const nameOf = (laneId: string | undefined) =>
    names.lanes.find(({ id }) => id === laneId)?.name[locale] ?? t(laneId ? 'goneLane' : 'wholeOffice')
  switch (change.kind) {
    case 'lane':
      return { title: t('lane', { lane: nameOf(change.laneId) }), lines: laneLines(locale, change.lane) }
    case 'new-lane':
      return {
        title: t('newLane', { lane: change.lane.name[locale] }),
        lines: laneLines(locale, change.lane),
      }
    case 'closure': {
      const days = {
        from: dayText(locale, change.from, 'plain'),
        until: dayText(locale, change.until, 'plain'),
      }
      const lane = nameOf(change.laneId)
      return { title: t(change.mode, { ...days, lane }), lines: [change.reason[locale]] }
    }
    case 'reopening':
      return { title: t('reopening'), lines: [] }
    case 'special-day':
      return {
        title: t(change.hours.length > 0 ? 'specialDay' : 'usualDay', {
          day: dayText(locale, change.date, 'plain'),
          lane: nameOf(change.laneId),
        }),
        lines: [
          change.reason[locale],
          ...change.hours.map((hours) => serviceDayText(locale, revived(hours))),
        ],
      }
    case 'quotas':
      return { title: t('quotas'), lines: change.quotas.map((quota) => quotaText(locale, quota, names)) }
  }
}

/** Which lines a change took away and which it brought; those that stayed are not told. */
export function lineDifference(
  before: readonly string[],
  after: readonly string[],
): { readonly gone: readonly string[]; readonly come: readonly string[] } {
  return {
    gone: before.filter((line) => !after.includes(line)),
    come: after.filter((line) => !before.includes(line)),
  }
}

function laneLines(locale: Locale, lane: LaneDraft): string[] {
  const t = translator(locale, 'hours.history')
  const services = lane.services
    .map((one) => serviceName(locale, one))
    .join(translator(locale, 'hours.rule')('and'))
  return [
    t('named', { name: lane.name[locale] }),
    t('serves', { services }),
    t('rhythm', { minutes: lane.slotMinutes }),
    ...lane.rules.map((rule) => ruleText(locale, rule)),
  ]
}

// A change is kept as JSON, which knows no instants.
function revived<Day extends { readonly releaseAt?: Date }>(day: Day): Day {
  return day.releaseAt ? { ...day, releaseAt: new Date(day.releaseAt) } : day
}
