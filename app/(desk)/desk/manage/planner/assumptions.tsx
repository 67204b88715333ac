import { getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import { amountText } from '#lib/format/amount.ts'
import { dayText } from '#lib/format/dates.ts'
import type { WeekPlan } from '#lib/staffing/plan-week.ts'

/** From what the figures are made, in words: who decides by them should know what they do not know. */
export async function Assumptions({
  plan,
  target,
  locale,
}: {
  plan: Pick<WeekPlan, 'handling' | 'pastDays' | 'specials'>
  target: number
  locale: Locale
}) {
  const t = await getTranslations('staffing.assumptions')
  const plans = await getTranslations('staffing.plan')
  const { handling, pastDays, specials } = plan
  const minutes = amountText(handling.minutes)
  return (
    <section aria-labelledby="assumptions" className="rounded-card border border-line bg-surface p-4">
      <h2 id="assumptions" className="text-body">
        {t('title')}
      </h2>
      <ul className="m-0 grid list-disc gap-1 pl-5 text-small">
        <li>{t('forecast', { days: pastDays })}</li>
        <li>{t('booked')}</li>
        <li>
          {handling.visits > 0
            ? t('measured', { visits: handling.visits, minutes })
            : t('asPlanned', { minutes })}
        </li>
        <li>{t('queue', { target })}</li>
        <li>{t('rostered')}</li>
        {[...specials].map(([day, { kind, factor }]) => {
          const said = { day: dayText(locale, day), name: plans(`special.${kind}`) }
          return (
            <li key={day}>
              {factor
                ? t(factor.from, { ...said, factor: amountText(factor.factor) })
                : t('unknownSpecial', said)}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
