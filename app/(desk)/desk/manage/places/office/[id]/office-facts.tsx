import type { ReactNode } from 'react'
import { MapLink } from '#components/office/map-link.tsx'
import { Card } from '#components/ui/card.tsx'
import { Tag } from '#components/ui/tag.tsx'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { sheetOf } from '#lib/domain/office-record.ts'
import { PLACE_KEYS } from '#lib/domain/place-values.ts'
import type { OfficeView } from '#lib/office/show-office.ts'
import type { PlaceWords } from '../../place-words.ts'

/** Everything of an office, group by group; what may be handed down with where it comes from. */
export function OfficeFacts({ office, words }: { office: OfficeView; words: PlaceWords }) {
  const { t, locale, valueText, fromText, handedText } = words
  const { record, listed, parent, resolved, named } = office
  const sheet = sheetOf(record)
  return (
    <Card className="px-5 py-4">
      <h2 className="text-body">{t('office.facts')}</h2>
      <Facts
        facts={[
          [t('column.id'), <span key="id">{record.id}</span>],
          [t('column.region'), `${listed.regionName[locale]} ${record.regionCode}`],
          [t('column.tier'), valueText('tier', record.tier)],
          ...(parent ? [[t('column.parent'), parent.record.name[locale]] as const] : []),
          [t('column.name'), LOCALES.map((one) => record.name[one]).join(' / ')],
          [
            t('column.address'),
            <span key="address">
              {record.address[locale]}{' '}
              <MapLink
                at={record}
                name={record.name['zh-CN']}
                text={t('act.map')}
                about={record.name[locale]}
              />
            </span>,
          ],
          [t('column.transit'), record.transit?.[locale] ?? t('from.none')],
          [t('column.hours'), record.hours[locale]],
        ]}
      />
      <h2 className="mt-5 text-body">{t('office.handed')}</h2>
      <Facts
        facts={PLACE_KEYS.map((key) => {
          const value = resolved[key]
          return [
            t(`column.${key}`),
            value ? (
              <span key={key} className="flex flex-wrap items-baseline gap-x-2">
                <span className="whitespace-pre-line">{handedText(value.value)}</span>
                <Tag tone={value.from ? 'accent' : 'plain'}>{fromText(value.from, named)}</Tag>
              </span>
            ) : (
              t('from.none')
            ),
          ] as const
        })}
      />
      <h2 className="mt-5 text-body">{t('office.does')}</h2>
      <Facts
        facts={(['services', 'accepts', 'online_booking'] as const).map((column) => [
          t(`column.${column}`),
          valueText(column, sheet[column]),
        ])}
      />
    </Card>
  )
}

function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className="divide-y divide-line">
      {facts.map(([label, value]) => (
        <div key={label} className="grid items-baseline gap-x-4 py-2 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <dt className="text-small text-ink-soft">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
