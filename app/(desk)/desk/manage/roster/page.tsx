import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { SmallButton } from '#components/desk/small-button.tsx'
import { AbsenceForm } from '#components/staffing/absence-form.tsx'
import { CoverTable } from '#components/staffing/cover-table.tsx'
import { RosterTable } from '#components/staffing/roster-table.tsx'
import { ShiftForm } from '#components/staffing/shift-form.tsx'
import { WeekNav } from '#components/staffing/week-nav.tsx'
import { pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { showRoster } from '#lib/staffing/show-roster.ts'
import { OfficeChoice } from '../office-choice.tsx'
import { withSearch } from '../week/week-address.ts'
import { weekOfAddress } from '../week-of-address.ts'
import { dropAbsence, dropShift, putAbsence, putShifts, takeOver } from './actions.ts'
import { RosterNotice } from './roster-notice.tsx'
import { ruleWords } from './rule-words.ts'

const PATH = '/desk/manage/roster'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('staffing.roster'))('title') }
}

/** Who works when in a week of the office, and in which hours people are missing for its windows. */
export default async function RosterPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const search = await searchParams
  const asked = search.office
  const { actor, office } = await requireStaff('see-roster', asked)
  const t = await getTranslations('staffing.roster')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const today = shanghaiToday(new Date())
  const from = weekOfAddress(search.week, today)
  const shown = await showRoster(pool(), { actor, officeId: office.id, day: from })
  if (!shown.ok) forbidden()
  const { days, people, shifts, absences, lanes, windows, cover } = shown.value
  const mayEdit = mayDo(actor.grants, 'edit-roster', office)
  const last = addDays(from, 6)
  const fault = search.wrong
    ? { at: search.at ?? '', text: await ruleWords(search.wrong, search.at) }
    : undefined
  const typed = { values: search, days: (search.days ?? '').split(' '), fault }
  const short = cover.filter((hour) => hour.short > 0)
  const address = (week: string) => withSearch(PATH, { office: asked, week })
  return (
    <DeskWork
      title={t('titleOf', { office: office.name[locale] })}
      back={{ href: '/desk/manage', text: manage('back') }}
      actions={
        <>
          <OfficeChoice {...{ actor, office, locale }} act="see-roster" path={PATH} kept={{ week: from }} />
          <WeekNav
            before={address(addDays(from, -7))}
            now={address(today)}
            after={address(addDays(from, 7))}
            week={`${dayText(locale, from)} – ${dayText(locale, last)}`}
          />
          {mayEdit && last >= today ? (
            <form action={takeOver.bind(null, asked)}>
              <input type="hidden" name="week" value={from} />
              <SmallButton>{t('copy')}</SmallButton>
            </form>
          ) : null}
        </>
      }
    >
      <div className="grid gap-5">
        <RosterNotice search={search} text={fault?.text} />
        <RosterTable
          {...{ days, today, people, shifts, absences, lanes, locale }}
          remove={mayEdit ? dropShift.bind(null, asked) : undefined}
        />
        <section aria-labelledby="cover" className="grid gap-2">
          <h2 id="cover" className="mb-0 text-body">
            {t('coverTitle')}
          </h2>
          <p className="m-0 text-small text-ink-soft">
            {t('coverText')}{' '}
            {short.length > 0 ? (
              <b className="text-warn">{t('coverShort', { hours: short.length })}</b>
            ) : cover.length > 0 ? (
              t('coverFull')
            ) : null}
          </p>
          <CoverTable days={days} cover={cover} locale={locale} />
          {short.length > 0 && mayDo(actor.grants, 'edit-hours', office) ? (
            <p className="m-0 text-small">
              {t('fewerText')}{' '}
              <a
                className="prose-link inline-flex min-h-9 items-center"
                href={withSearch('/desk/manage/changes', { office: asked })}
              >
                {t('fewerLink')}
              </a>
            </p>
          ) : null}
        </section>
        {mayEdit ? (
          <div className="no-print grid items-start gap-5 lg:grid-cols-[3fr_2fr]">
            {last >= today ? (
              <section id="add" className="grid gap-2 rounded-card border border-line bg-surface p-4">
                <h2 className="mb-0 text-body">{t('addTitle')}</h2>
                <ShiftForm
                  action={putShifts.bind(null, asked)}
                  {...{ days, today, people, lanes, windows, typed, locale }}
                />
              </section>
            ) : null}
            <section id="absence" className="grid gap-2 rounded-card border border-line bg-surface p-4">
              <h2 className="mb-0 text-body">{t('absenceTitle')}</h2>
              <p className="m-0 text-small text-ink-soft">{t('absenceText')}</p>
              <AbsenceForm
                week={from}
                add={putAbsence.bind(null, asked)}
                remove={dropAbsence.bind(null, asked)}
                {...{ people, absences, typed, locale }}
              />
            </section>
          </div>
        ) : null}
      </div>
    </DeskWork>
  )
}
