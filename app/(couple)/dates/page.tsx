import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { chooseAcceptedDay } from '#app/(couple)/guides/[slug]/choose-accepted-day.ts'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { PrintButton } from '#components/booking/print-button.tsx'
import { CalendarLink } from '#components/divorce/calendar-link.tsx'
import { CaseTimeline } from '#components/divorce/case-timeline.tsx'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { countDeadlines } from '#lib/divorce/count-deadlines.ts'
import { firstWorkdayFrom } from '#lib/domain/calendar.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { dayText } from '#lib/format/dates.ts'
import { provisionalText } from '#lib/format/deadline-text.ts'
import { refusalText } from '#lib/format/refusal-text.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { StepTable } from './step-table.tsx'
import { timelineWords } from './timeline-words.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('dates'))('title') }
}

/** Both thirty-day periods from a day on a receipt: a sentence, a picture, a table. For everybody, before and after. */
export default async function DatesPage({ searchParams }: { searchParams: Promise<{ on?: string }> }) {
  const t = await getTranslations('dates')
  const common = await getTranslations('common')
  const locale = await speakingLocale()
  const now = new Date()
  const calendar = await loadCalendar(pool(), now)
  const today = shanghaiToday(now)
  const ordinary = firstWorkdayFrom(calendar, today)
  const { day, refusal } = chooseAcceptedDay(calendar, (await searchParams).on, { ordinary, today })
  const { deadlines, safe, months } = await countDeadlines(pool(), { acceptedOn: day, now })
  const uncertain = provisionalText(locale, deadlines)
  const file = await getTranslations('case-calendar')
  return (
    <CouplePage mood="quiet">
      <h1>{t('heading')}</h1>
      <p className="no-print mb-4 text-ink-soft">{t('lead')}</p>
      <form method="get" className="no-print mb-6" noValidate>
        <TextField
          name="on"
          type="date"
          label={t('label')}
          hint={t('hint')}
          error={
            refusal ? t('refused', { why: refusalText(locale, refusal).errors[0]?.text ?? '' }) : undefined
          }
          errorPrefix={common('error')}
          defaultValue={day}
        />
        <Button type="submit">{t('count')}</Button>
      </form>
      <h2 className="break-keep">{t('result', { date: dayText(locale, day, 'long') })}</h2>
      <Notice
        title={t('safe', {
          from: dayText(locale, safe.from, 'long'),
          until: dayText(locale, safe.until, 'long'),
        })}
      >
        <p>{t('safeWhy')}</p>
        {uncertain ? <p className="mt-1">{uncertain}</p> : null}
        <p className="mt-1">{t('receipt')}</p>
      </Notice>
      <h2 className="mt-8">{t('picture')}</h2>
      <CaseTimeline
        months={months.map((month) => ({
          month,
          title: dayText(locale, month.first, 'month'),
        }))}
        words={await timelineWords(locale)}
      />
      <StepTable steps={deadlines.explanation} />
      <section className="keep-together mt-8">
        <h2>{t('lawTitle')}</h2>
        <p className="text-small">{(await getTranslations('case-receipt'))('law')}</p>
      </section>
      <div className="no-print mt-6 grid justify-items-start gap-2">
        <PrintButton text={t('print')} />
        <CalendarLink href={`/dates/calendar?on=${day}`} text={file('add')} hint={file('hint')} />
        <a className="prose-link inline-flex min-h-11 items-center" href="/guides/second-visit">
          {t('guide')}
        </a>
      </div>
    </CouplePage>
  )
}
