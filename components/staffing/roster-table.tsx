import { getTranslations } from 'next-intl/server'
import { Tag } from '#components/ui/tag.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { type Absence, isAbsent, type ShiftTime } from '#lib/domain/roster.ts'
import { dayText } from '#lib/format/dates.ts'

type Shift = ShiftTime & { readonly id: string }

/** Who works when: people in rows, the days of a week in columns. */
export async function RosterTable({
  days,
  today,
  people,
  shifts,
  absences,
  lanes,
  locale,
  remove,
}: {
  days: readonly CalendarDate[]
  today: CalendarDate
  people: readonly { readonly id: string; readonly name: string }[]
  shifts: readonly Shift[]
  absences: readonly Absence[]
  lanes: readonly { readonly id: string; readonly name: LocalizedText }[]
  locale: Locale
  /** Takes a time off the roster, for those who may. */
  remove: ((form: FormData) => Promise<void>) | undefined
}) {
  const t = await getTranslations('staffing.roster')
  const whereOf = ({ laneId, window }: Shift) =>
    [
      lanes.find(({ id }) => id === laneId)?.name[locale] ?? (laneId ? undefined : t('anywhere')),
      window && t('windowName', { window }),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <section
      className="overflow-x-auto rounded-card border border-line bg-surface"
      aria-label={t('table')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full min-w-[64rem] table-fixed text-left text-small">
        <caption className="sr-only">{t('table')}</caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="w-28 px-3 py-2 font-normal text-ink-soft">
              {t('person')}
            </th>
            {days.map((day) => (
              <th
                key={day}
                scope="col"
                className={day === today ? 'bg-accent-tint px-2 py-2' : 'px-2 py-2 font-normal text-ink-soft'}
              >
                {dayText(locale, day)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name }) => (
            <tr key={id} className="border-b border-line align-top last:border-b-0">
              <th scope="row" className="px-3 py-2 font-semibold">
                {name}
              </th>
              {days.map((day) => {
                const isAway = isAbsent(absences, id, day)
                return (
                  <td key={day} className="px-2 py-1.5 tabular-nums">
                    {isAway ? <Tag tone="warn">{t('absent')}</Tag> : null}
                    {shifts
                      .filter(({ staffId, date }) => staffId === id && date === day)
                      .map((shift) => (
                        <div key={shift.id} className="mb-1 flex items-start justify-between gap-1 leading-5">
                          <span className={isAway ? 'text-ink-soft line-through' : undefined}>
                            {shift.startTime}–{shift.endTime}
                            <span className="block text-ink-soft">{whereOf(shift)}</span>
                          </span>
                          {remove && day >= today ? (
                            <RemoveShift
                              id={shift.id}
                              day={day}
                              action={remove}
                              name={t('removeShift', {
                                name,
                                day: dayText(locale, day),
                                time: `${shift.startTime}–${shift.endTime}`,
                              })}
                            />
                          ) : null}
                        </div>
                      ))}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function RemoveShift({
  id,
  day,
  name,
  action,
}: {
  id: string
  day: string
  name: string
  action: (form: FormData) => Promise<void>
}) {
  return (
    <form action={action} className="no-print">
      <input type="hidden" name="shift" value={id} />
      <input type="hidden" name="week" value={day} />
      <button
        type="submit"
        aria-label={name}
        title={name}
        className="size-7 cursor-pointer rounded-small text-accent-deep hover:bg-sunken"
      >
        ×
      </button>
    </form>
  )
}
