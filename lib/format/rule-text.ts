import type { Locale } from '#lib/domain/localized-text.ts'
import { runsOf } from '#lib/domain/runs-of.ts'
import type { OpeningRule, ServiceDay } from '#lib/domain/slot-plan.ts'
import { translator } from '#lib/i18n/translator.ts'
import { dayText, instantText } from './dates.ts'

type Hours = Pick<OpeningRule, 'opens' | 'closes' | 'windows' | 'publicPercent' | 'walkInPercent' | 'breaks'>

/** A rule of a lane as a sentence: 每周一至周五 9:00–12:00，4 个窗口，线上 70%、电话 20%、现场 10%。 */
export function ruleText(locale: Locale, rule: OpeningRule): string {
  const t = translator(locale, 'hours.rule')
  const days = weekdaysText(locale, rule.weekdays)
  const { everyWeeks = 1, nthOfMonth = [], validTo } = rule
  const nth = nthOfMonth.map((one) => t(one === -1 ? 'last' : 'nth', { nth: one })).join(t('and'))
  const rhythm =
    everyWeeks > 1
      ? t('everyWeeks', { weeks: everyWeeks, days })
      : nth
        ? t('ofMonth', { nth, days })
        : t('everyWeek', { days })
  const parts = [
    t('at', { when: rhythm, opens: rule.opens, closes: rule.closes }),
    ...hoursParts(locale, rule),
    rule.worksOnRestDay ? t('onRestDays') : '',
    t('from', { day: dayText(locale, rule.validFrom, 'plain') }),
    validTo === undefined ? '' : t('until', { day: dayText(locale, validTo, 'plain') }),
  ]
  return parts.filter(Boolean).join(t('comma'))
}

/** Hours of one day as a sentence. */
export function serviceDayText(locale: Locale, day: ServiceDay): string {
  const t = translator(locale, 'hours.rule')
  const parts = [
    `${day.opens}–${day.closes}`,
    ...hoursParts(locale, day),
    day.replaces ? t('replaces') : '',
    day.releaseAt ? t('released', { at: instantText(locale, day.releaseAt) }) : '',
  ]
  return parts.filter(Boolean).join(t('comma'))
}

/** Weekdays in as few words as there are: 周一至周五, 周二、周四. */
export function weekdaysText(locale: Locale, weekdays: readonly number[]): string {
  const t = translator(locale, 'hours.rule')
  const names = t('weekdays').split(' ')
  const nameOf = (day: number) => names[day - 1] ?? ''
  return runsOf(weekdays)
    .map(([first, last]) => {
      if (first === last) return nameOf(first)
      const [from, until] = [nameOf(first), nameOf(last)]
      return last === first + 1 ? from + t('and') + until : t('fromTo', { from, until })
    })
    .join(t('and'))
}

function hoursParts(locale: Locale, hours: Hours): string[] {
  const t = translator(locale, 'hours.rule')
  const { windows, publicPercent, walkInPercent = 0, breaks = [] } = hours
  const shares = [
    t('online', { percent: publicPercent }),
    publicPercent + walkInPercent < 100 ? t('phone', { percent: 100 - publicPercent - walkInPercent }) : '',
    walkInPercent > 0 ? t('walkIn', { percent: walkInPercent }) : '',
  ]
  return [
    t('windows', { windows }),
    shares.filter(Boolean).join(t('and')),
    ...breaks.map(({ from, until }) => t('break', { from, until })),
  ]
}
