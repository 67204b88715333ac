import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { WhatToBring } from '#app/(couple)/what-to-bring.tsx'
import { CaseTimeline } from '#components/divorce/case-timeline.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { findKeptSeat } from '#lib/booking/find-kept-seat.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { divorceStageOn, safeDays } from '#lib/domain/cooling-off.ts'
import { monthsOfCase } from '#lib/domain/deadline-months.ts'
import { timeInForce } from '#lib/domain/slot-time.ts'
import type { OwnCase } from '#lib/edge/visit.ts'
import { dayText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { timelineWords } from '../dates/timeline-words.ts'
import { VisitState } from './visit-state.tsx'

/** An open case: the stage in a sentence, the visit or the time kept for it, what may be done today, both periods day by day. */
export async function OpenCase({ own }: { own: OwnCase }) {
  const t = await getTranslations('progress')
  const locale = await speakingLocale()
  const now = new Date()
  const { found, visit } = own
  const { deadlines, acceptedOn, officeId, provisional, parties } = found
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
  const comesOn = visit ? timeInForce(visit).date : (kept?.date ?? deadlines.firstServiceDay)
  return (
    <>
      <p className="mb-4 text-ink-soft">
        {t('acceptedAt', { date: dayText(locale, acceptedOn, 'plain'), office: days.office })}
      </p>
      <Notice title={t(`stage.${stage}.title`, days)}>
        <p>{t(`stage.${stage}.what`, days)}</p>
        {provisional ? <p className="mt-1">{t('provisional')}</p> : null}
      </Notice>
      {stage === 'deemed-withdrawn' ? null : (
        <VisitState visit={visit} kept={kept} phone={office?.phone} locale={locale} />
      )}
      <h2 className="mt-8">{t('today')}</h2>
      <FactList facts={[1, 2, 3].map((fact) => t(`may.${stage}.${fact}`, days))} />
      <p className="mt-1">
        <a className="prose-link inline-flex min-h-11 items-center" href="/guides/counselling">
          {t('counselling')}
        </a>
      </p>
      <h2 className="mt-8">{t('picture')}</h2>
      <CaseTimeline
        months={monthsOfCase(calendar, { ...deadlines, acceptedOn }, safeDays(calendar, acceptedOn)).map(
          (month) => ({ month, title: dayText(locale, month.first, 'month') }),
        )}
        words={await timelineWords(locale)}
      />
      {stage === 'deemed-withdrawn' ? null : (
        <section className="mt-8">
          <h2>{t('bring')}</h2>
          <WhatToBring
            service="DIVORCE_CERTIFICATE"
            on={comesOn}
            parties={parties.map(({ partyType }) => partyType)}
          />
          <p className="no-print">
            <a className="prose-link inline-flex min-h-11 items-center" href="/guides/second-visit">
              {t('howItGoes')}
            </a>
          </p>
        </section>
      )}
    </>
  )
}
