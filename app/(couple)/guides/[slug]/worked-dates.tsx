import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { DateSteps } from '#components/materials/date-steps.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { pool } from '#lib/db/pool.ts'
import { firstWorkdayFrom } from '#lib/domain/calendar.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { divorceDeadlines, USUAL_READING } from '#lib/domain/cooling-off.ts'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'
import { dayText } from '#lib/format/dates.ts'
import { refusalText } from '#lib/format/refusal-text.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { chooseAcceptedDay } from './choose-accepted-day.ts'

/** Both thirty-day periods, counted for an application accepted today or on a day that the reader gives. */
export async function WorkedDates({
  service,
  anchor,
  search,
}: {
  service: Service
  /** The section to come back to after the form. */
  anchor: string
  search: Readonly<Record<string, string | undefined>>
}) {
  const t = await getTranslations('guides.dates')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const now = new Date()
  const calendar = await loadCalendar(pool(), now)
  const today = shanghaiToday(now)
  const ordinary = firstWorkdayFrom(calendar, today)
  const { day, refusal } = chooseAcceptedDay(calendar, search.accepted, { ordinary, today })
  const deadlines = divorceDeadlines(calendar, day)
  // Safe under both readings of the first period: the last day without any move of either.
  const strict = divorceDeadlines(calendar, day, { ...USUAL_READING, shiftFirstPeriod: false })
  const lastUnmoved = strict.explanation.find((step) => step.rule === 'cert-window-end')?.movedBecause?.from
  const { accepted: _, ...kept } = search
  return (
    <div className="mt-4">
      <p className="mb-2 font-semibold">{t('example', { date: dayText(locale, day, 'long') })}</p>
      <DateSteps
        steps={deadlines.explanation
          .filter((step) => step.rule !== 'cert-window-start')
          .map((step) => ({
            id: step.rule,
            date: dayText(locale, step.date, 'long'),
            what: t(`steps.${step.rule}`),
            why: step.movedBecause
              ? t('moved', { from: dayText(locale, step.movedBecause.from, 'long') })
              : undefined,
            law: t('law', { article: step.article.split(', ').join(t('comma')) }),
          }))}
      />
      <p className="mt-3 font-semibold">
        {t('safe', {
          from: dayText(locale, deadlines.firstServiceDay),
          until: dayText(locale, lastUnmoved ?? strict.certWindowEnd),
        })}
      </p>
      {deadlines.provisional ? (
        <p className="mt-2 text-small">{t('provisional', { year: deadlines.certWindowEnd.slice(0, 4) })}</p>
      ) : null}
      <p className="mt-2 text-small text-ink-soft">{t('receipt')}</p>
      <p className="no-print">
        <a className="prose-link inline-flex min-h-11 items-center" href={`/dates?on=${day}`}>
          {t('picture')}
        </a>
      </p>
      <form
        method="get"
        action={`/guides/${SERVICE_FACTS[service].slug}#${anchor}`}
        className="no-print mt-5"
        noValidate
      >
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextField
          name="accepted"
          type="date"
          label={t('other')}
          hint={t('otherHint')}
          error={
            refusal ? t('refused', { why: refusalText(locale, refusal).errors[0]?.text ?? '' }) : undefined
          }
          errorPrefix={common('error')}
          defaultValue={day}
        />
        <Button type="submit" kind="second" wide={false}>
          {t('count')}
        </Button>
      </form>
    </div>
  )
}
