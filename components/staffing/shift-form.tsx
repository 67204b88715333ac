import { getTranslations } from 'next-intl/server'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'
import { FormButton } from './form-button.tsx'
import { FieldFault, faultAt, type Typed, TypedChoice, TypedField } from './roster-field.tsx'

interface TypedShift extends Typed {
  readonly days: readonly string[]
}

/** One time for one person, on one or several days of the week. */
export async function ShiftForm({
  action,
  days,
  today,
  people,
  lanes,
  windows,
  typed,
  locale,
}: {
  action: (form: FormData) => Promise<void>
  days: readonly CalendarDate[]
  today: CalendarDate
  people: readonly { readonly id: string; readonly name: string }[]
  lanes: readonly { readonly id: string; readonly name: LocalizedText }[]
  windows: readonly string[]
  typed: TypedShift
  locale: Locale
}) {
  const t = await getTranslations('staffing.roster')
  const daysFault = faultAt(typed, 'days')
  const open = days.filter((day) => day >= today)
  return (
    <form action={action} className="grid gap-3" noValidate>
      <input type="hidden" name="week" value={days[0]} />
      <fieldset aria-describedby={daysFault ? 'days-error' : undefined}>
        <legend className="mb-0.5 text-small text-ink-soft">{t('days')}</legend>
        <div className="flex flex-wrap gap-1">
          {open.map((day, index) => (
            <label
              key={day}
              className="flex min-h-9 cursor-pointer items-center gap-1.5 rounded-small border border-line-strong bg-surface px-2 text-small whitespace-nowrap has-checked:border-accent has-checked:bg-accent-tint"
            >
              <input
                id={index === 0 ? 'days' : undefined}
                type="checkbox"
                name="days"
                value={day}
                defaultChecked={typed.days.includes(day)}
                className="size-4 accent-accent"
              />
              {dayText(locale, day)}
            </label>
          ))}
        </div>
        <FieldFault name="days" text={daysFault} />
      </fieldset>
      <div className="grid grid-cols-2 items-start gap-3 lg:grid-cols-5">
        <TypedChoice
          typed={typed}
          name="staffId"
          label={t('person')}
          options={people.map(({ id, name }) => ({ value: id, text: name }))}
        />
        <TypedField typed={typed} name="startTime" type="time" label={t('startTime')} />
        <TypedField typed={typed} name="endTime" type="time" label={t('endTime')} />
        <TypedChoice
          typed={typed}
          name="laneId"
          label={t('lane')}
          options={[
            { value: '', text: t('anywhere') },
            ...lanes.map(({ id, name }) => ({ value: id, text: name[locale] })),
          ]}
        />
        <TypedChoice
          typed={typed}
          name="window"
          label={t('window')}
          options={[
            { value: '', text: t('anyWindow') },
            ...windows.map((window) => ({ value: window, text: t('windowName', { window }) })),
          ]}
        />
      </div>
      <div>
        <FormButton isMain>{t('add')}</FormButton>
      </div>
    </form>
  )
}
