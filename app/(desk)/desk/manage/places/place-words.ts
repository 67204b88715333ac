import { getLocale, getTranslations } from 'next-intl/server'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { SheetChanges } from '#lib/domain/office-record.ts'
import type { PlaceValues } from '#lib/domain/place-values.ts'
import type { RefusalDetail } from '#lib/domain/refusal.ts'
import type { Scope } from '#lib/domain/scope-path.ts'

interface Named extends Scope {
  readonly placeName: Readonly<Record<Locale, string>> | undefined
}

/** The words that all pages about places share. */
export async function loadPlaceWords() {
  const t = await getTranslations('places')
  const facilities = await getTranslations('facilities')
  const parties = await getTranslations('journey.parties')
  const services = await getTranslations('services')
  const refusals = await getTranslations('refusals.field')
  const offices = await getTranslations('offices')
  const locale = (await getLocale()) as Locale

  /** What a column is called, with its language where it has one. */
  function columnText(column: string): string {
    const found = /^(.+)_(zh_cn|zh_hant|en)$/.exec(column)
    if (!found) return t.has(`column.${column}` as never) ? t(`column.${column}` as never) : column
    const [, name = '', language = 'zh_cn'] = found
    return `${t(`column.${name}` as never)} · ${t(`edit.languages.${language}` as never)}`
  }

  /** A value of a column as people read it; lists by their names. */
  function valueText(column: string, value: string): string {
    if (value === '') return t('edit.empty')
    if (column === 'tier')
      return offices.has(`tiers.${value}` as never) ? offices(`tiers.${value}` as never) : value
    if (column === 'online_booking') return value === 'yes' ? t('online.yes') : t('online.no')
    const word = (one: string) => {
      if (column === 'facilities') return facilities.has(one as never) ? facilities(one as never) : one
      if (column === 'accepts') return parties.has(one as never) ? parties(one as never) : one
      const [service = '', mode = ''] = one.split(':')
      const known = services.has(`${service}.name` as never) && t.has(`mode.${mode}` as never)
      return known
        ? t('doneHow', { service: services(`${service}.name` as never), mode: t(`mode.${mode}` as never) })
        : one
    }
    return ['facilities', 'accepts', 'services'].includes(column)
      ? value.split(';').map(word).join(t('listComma'))
      : value
  }

  /** From where a value comes. */
  function fromText(from: Scope | undefined, named: readonly Named[]): string {
    if (!from) return t('from.own')
    const place = named.find((one) => one.scope === from.scope && one.scopeId === from.scopeId)?.placeName
    return place ? t('from.place', { place: place[locale] }) : t('from.nation')
  }

  /** A value that is handed down, as one line. */
  function handedText(value: PlaceValues[keyof PlaceValues]): string {
    if (typeof value === 'string') return value
    return 'zh-CN' in value
      ? value[locale]
      : value.map((one) => valueText('facilities', one)).join(t('listComma'))
  }

  /** What is wrong with a field. */
  function faultText({ reason }: Pick<RefusalDetail, 'reason'>): string {
    return refusals.has(reason as never) ? refusals(reason as 'other') : refusals('other')
  }

  /** What of a place was changed, line by line. */
  function changeLines(
    changed: SheetChanges | Readonly<Record<string, readonly [string, string]>>,
  ): string[] {
    return Object.entries(changed).flatMap(([column, pair]) =>
      pair
        ? [
            t('import.change', {
              column: columnText(column),
              before: valueText(column, pair[0]),
              after: valueText(column, pair[1]),
            }),
          ]
        : [],
    )
  }

  const languages = [t('edit.languages.zh_cn'), t('edit.languages.zh_hant'), t('edit.languages.en')] as const
  return {
    t,
    locale,
    languages,
    columnText,
    valueText,
    fromText,
    handedText,
    faultText,
    changeLines,
  }
}

export type PlaceWords = Awaited<ReturnType<typeof loadPlaceWords>>
