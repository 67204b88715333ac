import { getTranslations } from 'next-intl/server'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { QUOTA_PERIODS } from '#lib/domain/quota.ts'
import type { TypedQuota } from '#lib/domain/quota-input.ts'
import type { Service } from '#lib/domain/service.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { FormStep } from './form-step.tsx'
import { SmallBoxes, SmallField, SmallSelect } from './small-field.tsx'

/** The fields of one limit beside the windows. `wrong` tells what is wrong with a field by its path. */
export async function QuotaFields({
  index,
  quota,
  choices,
  locale,
  wrong,
}: {
  index: number
  quota: TypedQuota
  choices: {
    readonly services: readonly Service[]
    readonly lanes: readonly { readonly id: string; readonly name: LocalizedText }[]
    readonly channels: readonly { readonly id: string; readonly name: string }[]
  }
  locale: Locale
  wrong: (path: string) => string | undefined
}) {
  const t = await getTranslations('hours.quota')
  const words = await getTranslations('hours.rule')
  const at = `quotas.${index}`
  const field = (name: 'name' | 'capacity' | 'validFrom' | 'validTo' | 'channelId' | 'period') => ({
    name: `${at}.${name}`,
    label: t(name),
    error: wrong(`${at}.${name}`),
    defaultValue: quota[name],
  })
  const boxes = (name: 'services' | 'laneIds' | 'weekdays') => ({
    name: `${at}.${name}`,
    legend: t(name),
    error: wrong(`${at}.${name}`),
    values: quota[name],
  })
  return (
    <fieldset id={at} className="rounded-card border border-line bg-surface px-4 pb-4 *:clear-both">
      <legend className="float-left w-full pt-3 pb-1.5 font-semibold">
        {t('one', { number: index + 1 })}
      </legend>
      <input type="hidden" name={`${at}.id`} value={quota.id} />
      <div className="grid gap-3">
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-6">
          <div className="col-span-2">
            <SmallField {...field('name')} maxLength={60} />
          </div>
          <SmallField {...field('capacity')} inputMode="numeric" maxLength={5} />
          <SmallSelect
            {...field('period')}
            options={QUOTA_PERIODS.map((value) => ({ value, text: t(`periods.${value}`) }))}
          />
          <SmallField {...field('validFrom')} type="date" />
          <SmallField {...field('validTo')} type="date" />
        </div>
        <SmallBoxes
          {...boxes('services')}
          options={choices.services.map((value) => ({ value, text: serviceName(locale, value) }))}
        />
        <SmallBoxes
          {...boxes('laneIds')}
          options={choices.lanes.map(({ id, name }) => ({ value: id, text: name[locale] }))}
        />
        <div className="flex flex-wrap items-start gap-x-5 gap-y-3">
          <SmallBoxes
            {...boxes('weekdays')}
            options={words('weekdays')
              .split(' ')
              .map((text, day) => ({ value: String(day + 1), text }))}
          />
          <div className="w-64">
            <SmallSelect
              {...field('channelId')}
              options={[
                { value: '', text: t('anyChannel') },
                ...choices.channels.map(({ id, name }) => ({ value: id, text: name })),
              ]}
            />
          </div>
        </div>
        <div>
          <FormStep value={`drop.${index}`}>{t('drop', { number: index + 1 })}</FormStep>
        </div>
      </div>
    </fieldset>
  )
}
