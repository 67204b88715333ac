import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DayFields } from '#components/capacity/day-fields.tsx'
import { EnterButton } from '#components/capacity/enter-button.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { showSpecialDays } from '#lib/capacity/show-special-days.ts'
import { pool } from '#lib/db/pool.ts'
import { isCalendarDate } from '#lib/domain/calendar-date.ts'
import { instantAt, shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { planSlots, type ServiceDay } from '#lib/domain/slot-plan.ts'
import { readSpecialDay } from '#lib/domain/special-day-input.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { dayField } from '#lib/format/hours-field.ts'
import { lunarText } from '#lib/format/lunar.ts'
import { serviceDayText } from '#lib/format/rule-text.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'
import { type Search, saidOf } from '../../said.ts'
import { sayWrong } from '../../say-wrong.ts'
import { withSearch } from '../../week/week-address.ts'
import { proposeDay } from '../actions.ts'
import { readDayForm, typeDay } from './day-form.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours.special'))('planTitle') }
}

/** One day of one lane: extra hours and windows, how its places spread over the hours, from when on they are on offer. */
export default async function PlanDayPage({ searchParams }: { searchParams: Search }) {
  const said = saidOf(await searchParams)
  const asked = said.get('office') ?? undefined
  const { actor, office } = await requireStaff('edit-hours', asked)
  const now = new Date()
  const today = shanghaiToday(now)
  const wished = said.get('date') ?? ''
  const date = isCalendarDate(wished) ? wished : today
  const shown = await showSpecialDays(pool(), { actor, officeId: office.id, from: date, until: date })
  if (!shown.ok) forbidden()
  const { lanes, planned, marks } = shown.value
  const lane = lanes.find(({ id }) => id === said.get('lane')) ?? lanes[0]
  const kept = planned.find(({ laneId }) => laneId === lane?.id)
  const t = await getTranslations('hours.special')
  const hours = await getTranslations('hours')
  const week = await getTranslations('hours.week')
  const common = await getTranslations('common')
  const locale = (await getLocale()) as Locale
  const sent = readDayForm(said)
  const calendar = await loadCalendar(pool(), now)
  const placesOf = (serviceDays: readonly ServiceDay[]) =>
    lane
      ? // At the beginning of the day everything has been released.
        planSlots({ ...lane, closures: [], serviceDays }, calendar, date, instantAt(date, '00:00')).reduce(
          (sum, { capacity }) => sum + capacity,
          0,
        )
      : 0
  const typed = { ...(sent ?? typeDay(said, kept, placesOf([]) > 0)), laneId: lane?.id ?? '', date: wished }
  const { change, errors } = readSpecialDay(typed, { today, slotMinutes: lane?.slotMinutes ?? 60 })
  const { summary, wrong } = sayWrong(locale, { found: sent ? errors : [], said, nameOf: dayField })
  return (
    <DeskWork
      title={isCalendarDate(wished) ? t('planOf', { day: dayText(locale, date, 'long') }) : t('planTitle')}
      back={{ href: withSearch('/desk/manage/special-days', { office: asked }), text: t('back') }}
      actions={<span className="text-small text-ink-soft">{lunarText(locale, date)}</span>}
    >
      <ErrorSummary title={common('errorTitle')} errors={summary} />
      {marks.map(({ kind, reason, laneId }) => (
        <div key={`${kind} ${laneId ?? ''}`} className="mb-3">
          <Notice
            tone={kind === 'closed' ? 'stop' : 'plain'}
            title={week('wholly', { kind: week(`kind.${kind}`), reason: reason[locale] })}
          >
            {kind === 'closed' ? <p>{t('closedWins')}</p> : null}
          </Notice>
        </div>
      ))}
      <form method="get" action="/desk/manage/special-days/plan" noValidate className="grid max-w-5xl gap-4">
        <EnterButton name="do" value="look" />
        <input type="hidden" name="sent" value="1" />
        {asked ? <input type="hidden" name="office" value={asked} /> : null}
        <DayFields typed={typed} lanes={lanes} locale={locale} wrong={wrong} />
        <Notice
          role="status"
          title={
            errors.length === 0
              ? t('places', { places: placesOf(change.hours), before: placesOf(kept?.hours ?? []) })
              : t('placesLater')
          }
        >
          {errors.length === 0 ? (
            <ul className="list-disc pl-5 text-small">
              {change.hours.map((one) => (
                <li key={one.opens}>{serviceDayText(locale, one)}</li>
              ))}
            </ul>
          ) : null}
        </Notice>
        <div className="flex flex-wrap gap-3">
          <Button type="submit" name="do" value="look" kind="second" wide={false}>
            {hours('form.look')}
          </Button>
          <Button type="submit" formAction={proposeDay} wide={false}>
            {hours('form.propose')}
          </Button>
        </div>
        <p className="text-small text-ink-soft">{hours('form.proposeHint')}</p>
      </form>
      {kept && lane ? (
        <form action={proposeDay} className="mt-4">
          {asked ? <input type="hidden" name="office" value={asked} /> : null}
          <input type="hidden" name="sent" value="1" />
          <input type="hidden" name="usual" value="1" />
          <input type="hidden" name="lane" value={lane.id} />
          <input type="hidden" name="date" value={date} />
          <input type="hidden" name="reason" value={kept.reason['zh-CN']} />
          <Button type="submit" kind="quiet" wide={false}>
            {t('usual')}
          </Button>
        </form>
      ) : null}
    </DeskWork>
  )
}
