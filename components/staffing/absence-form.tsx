import { getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { Absence } from '#lib/domain/roster.ts'
import { dayText } from '#lib/format/dates.ts'
import { FormButton } from './form-button.tsx'
import { type Typed, TypedChoice, TypedField } from './roster-field.tsx'

/** Who is away, and putting down that somebody is. Nobody is asked why. */
export async function AbsenceForm({
  week,
  people,
  absences,
  typed,
  locale,
  add,
  remove,
}: {
  week: string
  people: readonly { readonly id: string; readonly name: string }[]
  absences: readonly (Absence & { readonly id: string })[]
  typed: Typed
  locale: Locale
  add: (form: FormData) => Promise<void>
  remove: (form: FormData) => Promise<void>
}) {
  const t = await getTranslations('staffing.absence')
  return (
    <>
      <ul className="m-0 list-none divide-y divide-line border-y border-line p-0 text-small tabular-nums empty:hidden">
        {absences.map(({ id, staffId, from, until }) => {
          const name = people.find((one) => one.id === staffId)?.name ?? ''
          return (
            <li key={id} className="m-0 flex min-h-10 flex-wrap items-center gap-x-3">
              <span className="font-semibold">{name}</span>
              <span>
                {from === until
                  ? dayText(locale, from)
                  : t('span', { from: dayText(locale, from), until: dayText(locale, until) })}
              </span>
              <form action={remove} className="ml-auto">
                <input type="hidden" name="absence" value={id} />
                <input type="hidden" name="week" value={week} />
                <button
                  type="submit"
                  className="min-h-9 cursor-pointer text-accent-deep underline underline-offset-4"
                >
                  {t('remove')}
                  <span className="sr-only"> {name}</span>
                </button>
              </form>
            </li>
          )
        })}
      </ul>
      <form action={add} className="grid gap-3" noValidate>
        <input type="hidden" name="week" value={week} />
        <div className="grid grid-cols-3 items-end gap-3">
          <TypedChoice
            typed={typed}
            name="absentId"
            label={t('person')}
            options={people.map(({ id, name }) => ({ value: id, text: name }))}
          />
          <TypedField typed={typed} name="from" type="date" label={t('from')} />
          <TypedField typed={typed} name="until" type="date" label={t('until')} />
        </div>
        <div>
          <FormButton>{t('add')}</FormButton>
        </div>
      </form>
    </>
  )
}
