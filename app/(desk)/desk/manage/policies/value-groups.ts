import { getLocale, getTranslations } from 'next-intl/server'
import type { ProposalField } from '#components/approval/proposal-field.tsx'
import type { ProposalGroup } from '#components/approval/proposal-form.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { partsOfKey } from '#lib/domain/policy-key.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { serviceName } from '#lib/format/service-name.ts'

/** The fields of a rule's value; where services may differ, also for which it shall hold. */
export async function valueGroups({
  rules,
  service,
}: NonNullable<ReturnType<typeof partsOfKey>>): Promise<readonly ProposalGroup[]> {
  const t = await getTranslations('policies')
  const locale = (await getLocale()) as Locale
  const hint =
    rules.kind === 'number' ? t('range', { least: rules.least ?? 0, most: rules.most ?? 0 }) : undefined
  const value: ProposalField =
    rules.kind === 'switch'
      ? {
          name: 'value',
          label: t('newValue'),
          type: 'select',
          options: ['true', 'false'].map((one) => ({
            value: one,
            text: t(one === 'true' ? 'value.yes' : 'value.no'),
          })),
        }
      : {
          name: 'value',
          label: rules.unit ? t('newValueIn', { unit: t(`unitName.${rules.unit}`) }) : t('newValue'),
          hint: rules.optional ? t('mayBeEmpty') : hint,
          type: rules.kind,
        }
  const services: ProposalField = {
    name: 'service',
    label: t('service'),
    type: 'select',
    options: [
      { value: '', text: t('allServices') },
      ...SERVICES.map((one) => ({ value: one, text: serviceName(locale, one) })),
    ],
  }
  return [{ id: 'value', title: '', fields: rules.byService && !service ? [services, value] : [value] }]
}
