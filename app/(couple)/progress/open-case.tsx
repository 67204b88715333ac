import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CaseTimeline } from '#components/divorce/case-timeline.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { findKeptSeat } from '#lib/booking/find-kept-seat.ts'
import { pool } from '#lib/db/pool.ts'
import type { findOwnCases } from '#lib/divorce/find-own-cases.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { divorceStageOn, safeDays } from '#lib/domain/cooling-off.ts'
import { monthsOfCase } from '#lib/domain/deadline-months.ts'
import { dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { timelineWords } from '../dates/timeline-words.ts'

type Found = Awaited<ReturnType<typeof findOwnCases>>[number]

/** An open case: the stage in a sentence, what may be done today, the kept time, the two periods as a picture. */
export async function OpenCase({ found }: { found: Found }) {
  const t = await getTranslations('progress')
  const locale = await speakingLocale()
  const now = new Date()
  const { deadlines, acceptedOn, officeId, provisional } = found
  const [calendar, office, kept] = await Promise.all([
    loadCalendar(pool(), now),
    getOffice(officeId),
    findKeptSeat(pool(), found.id),
  ])
  const stage = divorceStageOn(deadlines, shanghaiToday(now))
  const days = {
    end: dayText(locale, deadlines.coolingOffEnd, 'long'),
    first: dayText(locale, deadlines.firstServiceDay, 'long'),
    last: dayText(locale, deadlines.certWindowEnd, 'long'),
    office: office?.name[locale] ?? '',
  }
  return (
    <>
      <p className="mb-4 text-ink-soft">
        {t('acceptedAt', { date: dayText(locale, acceptedOn, 'plain'), office: days.office })}
      </p>
      <Notice title={t(`stage.${stage}.title`, days)}>
        <p>{t(`stage.${stage}.what`, days)}</p>
        {provisional ? <p className="mt-1">{t('provisional')}</p> : null}
      </Notice>
      <h2 className="mt-8">{t('today')}</h2>
      <FactList facts={[1, 2, 3].map((fact) => t(`may.${stage}.${fact}`, days))} />
      {kept && stage !== 'deemed-withdrawn' ? (
        <div className="mt-6">
          <Notice
            tone="ok"
            title={t('kept', { date: dayText(locale, kept.date, 'long'), time: kept.startTime })}
          >
            <p>{t('keptWhy')}</p>
          </Notice>
        </div>
      ) : null}
      <h2 className="mt-8">{t('picture')}</h2>
      <CaseTimeline
        months={monthsOfCase(calendar, { ...deadlines, acceptedOn }, safeDays(calendar, acceptedOn)).map(
          (month) => ({ month, title: dayText(locale, month.first, 'month') }),
        )}
        words={await timelineWords(locale)}
      />
      <p className="mt-6 grid gap-1">
        <a className="prose-link inline-flex min-h-11 items-center" href="/guides/second-visit">
          {t('bring')}
        </a>
        <a className="prose-link inline-flex min-h-11 items-center" href="/guides/counselling">
          {t('counselling')}
        </a>
      </p>
    </>
  )
}
