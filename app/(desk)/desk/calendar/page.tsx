import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { NoticeForm } from '#components/office/notice-form.tsx'
import { YearDays } from '#components/office/year-days.tsx'
import { YearLinks } from '#components/office/year-links.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { listNoticeRequests } from '#lib/desk/list-notice-requests.ts'
import { showCalendar } from '#lib/desk/show-calendar.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { instantText } from '#lib/format/dates.ts'
import { takeNotice } from './actions.ts'

type Search = Promise<Readonly<Record<string, string | undefined>>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.calendar'))('title') }
}

const MOST_ASKED = 3

/** The calendar by which every date of the law is computed: each day with its source, and a notice to enter. */
export default async function CalendarPage({ searchParams }: { searchParams: Search }) {
  const { actor, office } = await requireStaff('see-calendar')
  const search = await searchParams
  const t = await getTranslations('cases.calendar')
  const [n, changes] = [await getTranslations('notice'), await getTranslations('changes')]
  const common = await getTranslations('common')
  const locale = (await getLocale()) as Locale
  const manage = await getTranslations('manage')
  const back = { href: '/desk/manage', text: manage('back') }
  const now = new Date()
  const thisYear = Number(shanghaiToday(now).slice(0, 4))
  const wanted = Number(search.year)
  const year = Number.isInteger(wanted) && wanted >= 2000 && wanted <= 2100 ? wanted : thisYear
  const shown = await showCalendar(pool(), { actor, at: office.id, year })
  if (!shown.ok) forbidden()
  const { years, days, entries, mayImport } = shown.value
  const known = years.find((one) => one.year === year)
  const listed = mayImport ? await listNoticeRequests(pool(), { actor, at: office.id, now }) : undefined
  const asked = listed?.ok ? listed.value.slice(0, MOST_ASKED) : []
  const request = asked.find(({ id }) => id === search.request)
  const next = years.find(({ status }) => status === 'provisional')?.year ?? thisYear + 1
  return (
    <DeskWork title={t('title')} back={back}>
      <div className="grid items-start gap-4 lg:grid-cols-[30rem_1fr]">
        <Card className="px-5 py-4">
          <YearLinks years={years} current={year} />
          <Notice
            tone={known?.status === 'official' ? 'ok' : 'warn'}
            title={t(`year.${known?.status ?? 'unknown'}`, { year })}
          >
            {known ? <p className="text-small">{known.source}</p> : null}
          </Notice>
          <YearDays days={days} locale={locale} />
          {entries.length > 0 ? (
            <>
              <h2 className="mt-4">{t('entries')}</h2>
              <ul className="text-small">
                {entries.map(({ id, importedAt, source, changed }) => (
                  <li key={id}>
                    <a
                      className="prose-link inline-flex min-h-11 items-center"
                      href={`/desk/calendar/notices/${id}`}
                    >
                      {t('entry', { at: instantText(locale, importedAt), source, changed })}
                    </a>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
        </Card>
        <Card className="px-6 py-5">
          <h2>{t('enterTitle')}</h2>
          {mayImport ? (
            <>
              <p className="mb-4 text-ink-soft">{t('lead')}</p>
              {asked.map(({ id, state, notice, couples }) => (
                <div key={id} className="mb-4">
                  <Notice tone={state === 'approved' ? 'ok' : 'warn'} title={changes(`second.${state}`)}>
                    <p>
                      {n('asked', { year: notice.year, couples })}{' '}
                      <a className="prose-link" href={`/desk/calendar?year=${notice.year}&request=${id}`}>
                        {n('goOn')}
                      </a>
                    </p>
                  </Notice>
                </div>
              ))}
              <NoticeForm
                action={takeNotice}
                initial={{
                  year: String(request?.notice.year ?? next),
                  text: request?.notice.text ?? '',
                  source: request?.notice.source ?? '',
                  chosen: request ? { choice: 'cancel', reason: request.reason?.['zh-CN'] } : {},
                  ...(request ? { approvalId: request.id } : {}),
                  errors: [],
                }}
                words={{
                  errorTitle: common('errorTitle'),
                  errorPrefix: common('error'),
                  errorAt: String(common.raw('errorAt')),
                  year: t('field.year'),
                  text: t('field.text'),
                  textHint: t('field.textHint'),
                  source: t('field.source'),
                  sourceHint: t('field.sourceHint'),
                  look: t('look'),
                  enter: t('enter'),
                }}
              />
            </>
          ) : (
            <p>{t('notYours')}</p>
          )}
        </Card>
      </div>
    </DeskWork>
  )
}
