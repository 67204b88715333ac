import { getTranslations } from 'next-intl/server'
import type { PlaceField, PlaceFieldGroup } from '#components/office/place-fields.ts'
import { FACILITIES } from '#lib/domain/facility.ts'
import { FOUNDING_COLUMNS } from '#lib/domain/office-record.ts'
import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import { OFFICE_TIERS, SERVICE_MODES } from '#lib/domain/place.ts'
import type { PlaceKey, ResolvedValues } from '#lib/domain/place-values.ts'
import { SERVICES } from '#lib/domain/service.ts'
import type { OfficeView } from '#lib/office/show-office.ts'
import type { PlaceWords } from './place-words.ts'

/** For whom a form about an office is. */
export interface OfficeFormFor {
  /** Of a new office it is typed; of another one it stays. */
  readonly isNew: boolean
  readonly mayFound: boolean
  readonly sheet: Readonly<Record<string, string>>
  readonly handed: ResolvedValues
  readonly named: OfficeView['named']
}

/** The fields of an office, as far as they are somebody's to change. */
export async function officeGroups(words: PlaceWords, form: OfficeFormFor): Promise<PlaceFieldGroup[]> {
  const { t, valueText, fromText, handedText } = words
  const { isNew, mayFound, sheet, handed, named } = form
  const offices = await getTranslations('offices.tiers')
  const services = await getTranslations('services')
  const parties = await getTranslations('journey.parties')
  const facilities = await getTranslations('facilities')
  const inherit = (key: PlaceKey, none: 'inheritNone' | 'inheritOpen') => {
    const value = handed[key]
    if (!value) return t(`edit.${none}`)
    return t('edit.inherit', { value: handedText(value.value), from: fromText(value.from, named) })
  }
  const field = (name: string, kind: PlaceField['kind'], more: Partial<PlaceField> = {}): PlaceField => {
    const isFixed = isNew ? false : name === 'id' || name === 'region' || (!mayFound && isFounding(name))
    const hint = isFixed && isFounding(name) ? t('edit.fixed') : more.hint
    const fixed = isFixed ? valueText(name, sheet[name] ?? '') : undefined
    return { name, kind, label: t(`column.${name}` as never), ...more, hint, fixed }
  }
  return [
    {
      id: 'is',
      title: t('edit.group.is'),
      fields: [
        field('id', 'line', { hint: isNew ? t('edit.idHint') : undefined }),
        field('region', 'line'),
        field('tier', 'choice', { options: OFFICE_TIERS.map((value) => ({ value, text: offices(value) })) }),
        field('parent', 'line', { hint: t('edit.parentHint') }),
        field('name', 'three-lines'),
      ],
    },
    {
      id: 'where',
      title: t('edit.group.where'),
      lead: t('edit.textHint'),
      fields: [
        field('address', 'long-lines'),
        field('transit', 'long-lines'),
        field('latitude', 'line'),
        field('longitude', 'line'),
        field('hours', 'long-lines'),
      ],
    },
    {
      id: 'does',
      title: t('edit.group.does'),
      fields: [
        field('services', 'modes', {
          hint: isNew ? undefined : t('edit.servicesHint'),
          options: SERVICES.map((value) => ({ value, text: services(`${value}.name`) })),
          modes: [
            { value: '', text: t('mode.none') },
            ...SERVICE_MODES.map((value) => ({ value, text: t(`mode.${value}`) })),
          ],
        }),
        field('accepts', 'checks', {
          hint: t('edit.acceptsHint'),
          options: PARTY_TYPES.map((value) => ({ value, text: parties(value) })),
        }),
        field('online_booking', 'choice', {
          hint: t('edit.onlineHint'),
          options: (['yes', 'no'] as const).map((value) => ({ value, text: t(`online.${value}`) })),
        }),
      ],
    },
    {
      id: 'reach',
      title: t('edit.group.reach'),
      lead: t('edit.group.reachLead'),
      fields: [
        field('phone', 'line', { hint: inherit('phone', 'inheritNone') }),
        field('instead', 'three-texts', { hint: inherit('instead', 'inheritOpen') }),
        field('announcement', 'three-texts', { hint: inherit('announcement', 'inheritOpen') }),
        field('facilities', 'checks', {
          hint: handed.facilities
            ? t('edit.facilitiesHint', {
                value: handedText(handed.facilities.value),
                from: fromText(handed.facilities.from, named),
              })
            : undefined,
          options: FACILITIES.map((value) => ({ value, text: facilities(value) })),
        }),
      ],
    },
    ...(isNew
      ? []
      : [
          {
            id: 'end',
            title: t('edit.group.end'),
            fields: [field('closed_on', 'day', { hint: t('edit.closedHint') })],
          },
        ]),
  ]
}

function isFounding(name: string): boolean {
  return (FOUNDING_COLUMNS as readonly string[]).includes(name)
}
