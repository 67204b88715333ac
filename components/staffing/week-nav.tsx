import { getTranslations } from 'next-intl/server'

/** From week to week; the other things that the page shows stay as they are. */
export async function WeekNav({
  before,
  now,
  after,
  week,
}: {
  before: string
  now: string
  after: string
  /** Its first and last day in words. */
  week: string
}) {
  const t = await getTranslations('staffing.week')
  return (
    <nav aria-label={t('label')} className="flex flex-wrap items-center gap-x-4 text-small">
      <a className="prose-link inline-flex min-h-11 items-center" href={before}>
        {t('before')}
      </a>
      <span className="font-semibold tabular-nums">{week}</span>
      <a className="prose-link inline-flex min-h-11 items-center" href={after}>
        {t('after')}
      </a>
      <a className="prose-link inline-flex min-h-11 items-center" href={now}>
        {t('now')}
      </a>
    </nav>
  )
}
