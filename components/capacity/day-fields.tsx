import { getTranslations } from 'next-intl/server'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import type { TypedSpecialDay } from '#lib/domain/special-day-input.ts'
import { SmallBoxes, SmallField, SmallSelect } from './small-field.tsx'

const SHEET = 'rounded-card border border-line bg-surface px-4 pb-4 *:clear-both'

/** The fields of one day of a lane. `wrong` tells what is wrong with a field by its path. */
export async function DayFields({
  typed,
  lanes,
  locale,
  wrong,
}: {
  typed: TypedSpecialDay
  lanes: readonly { readonly id: string; readonly name: LocalizedText }[]
  locale: Locale
  wrong: (path: string) => string | undefined
}) {
  const t = await getTranslations('hours.special')
  const field = (name: Exclude<keyof TypedSpecialDay, 'hours' | 'replaces' | 'laneId'>) => ({
    name,
    label: t(`field.${name}`),
    error: wrong(name),
    defaultValue: typed[name],
  })
  return (
    <>
      <fieldset className={SHEET}>
        <legend className="float-left w-full pt-3 pb-1.5 font-semibold">{t('which')}</legend>
        <div className="grid gap-3 sm:grid-cols-3">
          <SmallSelect
            name="lane"
            label={t('field.lane')}
            error={wrong('lane')}
            options={lanes.map(({ id, name }) => ({ value: id, text: name[locale] }))}
            defaultValue={typed.laneId}
          />
          <SmallField {...field('date')} type="date" />
          <SmallField {...field('reason')} maxLength={60} />
        </div>
      </fieldset>
      <fieldset className={SHEET}>
        <legend className="float-left w-full pt-3 pb-1.5 font-semibold">{t('hours')}</legend>
        <p className="mb-2 text-small text-ink-soft">{t('hoursText')}</p>
        <div className="grid gap-x-8 gap-y-2 lg:grid-cols-2">
          {typed.hours.map(({ opens, closes, windows }, row) => {
            const at = `hours.${row}`
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row is nothing but its place
              <div key={row} className="grid grid-cols-3 gap-2">
                <SmallField
                  name={`${at}.opens`}
                  label={t('opens', { number: row + 1 })}
                  type="time"
                  defaultValue={opens}
                  error={wrong(`${at}.opens`)}
                />
                <SmallField
                  name={`${at}.closes`}
                  label={t('closes', { number: row + 1 })}
                  type="time"
                  defaultValue={closes}
                  error={wrong(`${at}.closes`)}
                />
                <SmallField
                  name={`${at}.windows`}
                  label={t('windows', { number: row + 1 })}
                  inputMode="numeric"
                  maxLength={3}
                  defaultValue={windows}
                  error={wrong(`${at}.windows`)}
                />
              </div>
            )
          })}
        </div>
      </fieldset>
      <fieldset className={SHEET}>
        <legend className="float-left w-full pt-3 pb-1.5 font-semibold">{t('spread')}</legend>
        <p className="mb-2 text-small text-ink-soft">{t('spreadText')}</p>
        <div className="grid gap-3 sm:grid-cols-3">
          <SmallField {...field('total')} inputMode="numeric" maxLength={5} />
          <SmallField {...field('begins')} type="time" />
          <SmallField {...field('shares')} maxLength={60} />
        </div>
      </fieldset>
      <fieldset className={SHEET}>
        <legend className="float-left w-full pt-3 pb-1.5 font-semibold">{t('whose')}</legend>
        <div className="grid items-start gap-3 sm:grid-cols-4">
          <SmallField {...field('publicPercent')} inputMode="numeric" maxLength={3} />
          <SmallField {...field('walkInPercent')} inputMode="numeric" maxLength={3} />
          <SmallField {...field('releaseOn')} type="date" />
          <SmallField {...field('releaseTime')} type="time" />
        </div>
        <p className="mt-1 mb-2 text-small text-ink-soft">{t('releaseText')}</p>
        <SmallBoxes
          name="replaces"
          legend={t('field.replaces')}
          options={[{ value: 'on', text: t('replacesText') }]}
          values={typed.replaces ? ['on'] : []}
        />
      </fieldset>
    </>
  )
}
