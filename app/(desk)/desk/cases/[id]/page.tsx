import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { timelineWords } from '#app/(couple)/dates/timeline-words.ts'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { CaseActs } from '#components/divorce/case-acts.tsx'
import { CaseRecord } from '#components/divorce/case-record.tsx'
import { CaseState } from '#components/divorce/case-state.tsx'
import { CaseSteps } from '#components/divorce/case-steps.tsx'
import { CaseTimeline } from '#components/divorce/case-timeline.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { safeDays } from '#lib/domain/cooling-off.ts'
import { monthsOfCase } from '#lib/domain/deadline-months.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'
import { refusalLines } from '../refusal-lines.ts'
import { CasePeople } from './case-people.tsx'
import { loadCase } from './load-case.ts'

const PAGES = {
  'issue-certificate': 'issue',
  'withdraw-application': 'withdraw',
  'correct-receipt': 'dates',
} as const

const DONE = ['accepted', 'withdrawn', 'issued', 'moved', 'same'] as const

interface Address {
  readonly params: Promise<{ readonly id: string }>
  readonly searchParams: Promise<Readonly<Record<string, string | undefined>>>
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases'))('case.title') }
}

/** One case at the desk: where it stands and why, what may be done today, who they are, what was done. */
export default async function CasePage({ params, searchParams }: Address) {
  const { shown, now } = await loadCase('see-cases', params)
  const t = await getTranslations('cases')
  const locale = (await getLocale()) as Locale
  const { found, view, calendar, steps, kept, acts, record } = shown
  const { id, acceptedOn, deadlines, status, receiptNumber } = found
  const asked = (await searchParams).done
  const done = DONE.find((one) => one === asked)
  const days = {
    end: dayText(locale, deadlines.coolingOffEnd, 'long'),
    first: dayText(locale, deadlines.firstServiceDay, 'long'),
    last: dayText(locale, deadlines.certWindowEnd, 'long'),
  }
  return (
    <DeskWork
      title={t('case.heading', { number: receiptNumber })}
      back={{ href: '/desk/cases', text: t('title') }}
      actions={<CaseState status={status} dates={deadlines} today={shanghaiToday(now)} />}
    >
      {done ? (
        <div className="mb-4">
          <Notice tone="ok" role="status" title={t(`done.${done}`)} />
        </div>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_22rem]">
        <div className="grid gap-4">
          <Card className="px-5 py-4">
            <Notice title={status === 'open' ? t(`stage.${shown.stage}`, days) : t(`closed.${status}`)}>
              {found.provisional && status === 'open' ? (
                <p className="mt-1">{t('case.provisional', { year: deadlines.certWindowEnd.slice(0, 4) })}</p>
              ) : null}
            </Notice>
            <CasePeople view={view} kept={kept} status={status} />
          </Card>
          <Card className="px-5 py-4">
            <h2>{t('case.dates')}</h2>
            <CaseSteps steps={steps} locale={locale} />
          </Card>
          <Card className="px-5 py-4">
            <h2>{t('case.picture')}</h2>
            <CaseTimeline
              months={monthsOfCase(
                calendar,
                { ...deadlines, acceptedOn },
                safeDays(calendar, acceptedOn),
              ).map((month) => ({ month, title: dayText(locale, month.first, 'month') }))}
              words={await timelineWords(locale)}
            />
          </Card>
        </div>
        <div className="grid gap-4">
          <Card className="px-5 py-4">
            <h2>{t('case.today')}</h2>
            <CaseActs
              acts={acts.map(({ act, refusal }) => ({
                act,
                href: `/desk/cases/${id}/${PAGES[act]}`,
                refused:
                  refusal &&
                  refusalLines(locale, refusal)
                    .map(({ text }) => text)
                    .join(' '),
              }))}
            />
            {status === 'open' ? (
              <p className="mt-4">
                <a
                  className="prose-link inline-flex min-h-11 items-center"
                  href={`/desk/cases/${id}/receipt`}
                >
                  {t('case.receipt')}
                </a>
              </p>
            ) : null}
          </Card>
          <Card className="px-5 py-4">
            <h2>{t('record.title')}</h2>
            <CaseRecord steps={record} locale={locale} />
          </Card>
        </div>
      </div>
    </DeskWork>
  )
}
