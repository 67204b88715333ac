import { getTranslations } from 'next-intl/server'
import type { TypedRule } from '#lib/domain/lane-input.ts'
import { FormStep } from './form-step.tsx'
import { SmallBoxes, SmallError, SmallField } from './small-field.tsx'

const MOST_BREAKS = 4
const NTH = ['1', '2', '3', '4', '5', '-1']

/** The fields of one rule of a lane. `wrong` tells what is wrong with a field by its path. */
export async function RuleFields({
  index,
  rule,
  sentence,
  wrong,
}: {
  index: number
  rule: TypedRule
  /** The rule in words, once it can be read. */
  sentence: string | undefined
  wrong: (path: string) => string | undefined
}) {
  const t = await getTranslations('hours.form')
  const words = await getTranslations('hours.rule')
  const at = `rules.${index}`
  const weekdays = words('weekdays')
    .split(' ')
    .map((text, day) => ({ value: String(day + 1), text }))
  const breaks = [...rule.breaks, { from: '', until: '' }].slice(0, MOST_BREAKS)
  const field = (
    name: Exclude<keyof TypedRule, 'weekdays' | 'nthOfMonth' | 'breaks' | 'worksOnRestDay'>,
  ) => ({
    name: `${at}.${name}`,
    label: t(name),
    error: wrong(`${at}.${name}`),
    defaultValue: rule[name],
  })
  return (
    <fieldset id={at} className="rounded-card border border-line bg-surface px-4 pb-4 *:clear-both">
      <legend className="float-left w-full pt-3 pb-1.5 font-semibold">
        {t('rule', { number: index + 1 })}
      </legend>
      <SmallError id={at} text={wrong(at)} />
      {sentence ? <p className="mb-2 text-small text-ink-soft">{sentence}</p> : null}
      <div className="grid gap-3">
        <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
          <SmallBoxes
            name={`${at}.weekdays`}
            legend={t('weekdays')}
            error={wrong(`${at}.weekdays`)}
            options={weekdays}
            values={rule.weekdays}
          />
          <SmallBoxes
            name={`${at}.worksOnRestDay`}
            legend={t('restDays')}
            options={[{ value: 'on', text: t('worksOnRestDay') }]}
            values={rule.worksOnRestDay ? ['on'] : []}
          />
        </div>
        <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
          <SmallField {...field('opens')} type="time" />
          <SmallField {...field('closes')} type="time" />
          <SmallField {...field('windows')} inputMode="numeric" maxLength={3} />
          <SmallField {...field('publicPercent')} inputMode="numeric" maxLength={3} />
          <SmallField {...field('walkInPercent')} inputMode="numeric" maxLength={3} />
          <SmallField {...field('everyWeeks')} inputMode="numeric" maxLength={2} />
        </div>
        <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
          <SmallBoxes
            name={`${at}.nthOfMonth`}
            legend={t('nthOfMonth')}
            error={wrong(`${at}.nthOfMonth`)}
            options={NTH.map((value) => ({
              value,
              text: words(value === '-1' ? 'last' : 'nth', { nth: Number(value) }),
            }))}
            values={rule.nthOfMonth}
          />
          <div className="grid grid-cols-2 gap-3">
            <SmallField {...field('validFrom')} type="date" />
            <SmallField {...field('validTo')} type="date" />
          </div>
        </div>
        <fieldset>
          <legend className="mb-0.5 text-small text-ink-soft">{t('breaks')}</legend>
          <div className="flex flex-wrap gap-x-6 gap-y-2">
            {breaks.map(({ from, until }, nth) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a break is nothing but its place in the row
              <div key={nth} className="grid w-64 grid-cols-2 gap-2">
                <SmallField
                  name={`${at}.breaks.${nth}.from`}
                  label={t('breakFrom', { number: nth + 1 })}
                  type="time"
                  defaultValue={from}
                  error={wrong(`${at}.breaks.${nth}.from`)}
                />
                <SmallField
                  name={`${at}.breaks.${nth}.until`}
                  label={t('breakUntil', { number: nth + 1 })}
                  type="time"
                  defaultValue={until}
                  error={wrong(`${at}.breaks.${nth}.until`)}
                />
              </div>
            ))}
          </div>
        </fieldset>
        <div>
          <FormStep value={`drop.${index}`}>{t('drop', { number: index + 1 })}</FormStep>
        </div>
      </div>
    </fieldset>
  )
}
