import { getTranslations } from 'next-intl/server'
import { DataTable } from '#components/ui/data-table.tsx'
import { LEAD_BOUNDS } from '#lib/domain/forecast.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { MissTable } from '#lib/domain/miss-table.ts'
import { percentText } from '#lib/format/amount.ts'
import { serviceName } from '#lib/format/service-name.ts'

/** Who stays away, by service and by how long before they booked. */
export async function MissRates({ table, locale }: { table: MissTable; locale: Locale }) {
  const t = await getTranslations('staffing.misses')
  if (table.all.booked === 0) return <p className="m-0 text-small text-ink-soft">{t('none')}</p>
  const from = [0, ...LEAD_BOUNDS.map((bound) => bound + 1)]
  const heads = from.map((first, lead) => {
    const bound = LEAD_BOUNDS[lead]
    return bound === undefined ? t('beyond', { days: first }) : t('lead', { from: first, until: bound })
  })
  return (
    <DataTable caption={t('title')} heads={[t('service'), ...heads].map((text) => ({ text }))}>
      {table.services.map(({ service, classes }) => (
        <tr key={service} className="border-b border-line tabular-nums">
          <th scope="row" className="px-2 py-1 font-normal">
            {serviceName(locale, service)}
          </th>
          {heads.map((head, lead) => {
            const own = classes[lead]
            return (
              <td key={head} className="px-2">
                {own ? percentText(own.rate) : '–'}
                {own ? (
                  <span className="ml-1.5 text-ink-soft">
                    {t('of', { missed: own.count.missed, booked: own.count.booked })}
                  </span>
                ) : null}
              </td>
            )
          })}
        </tr>
      ))}
    </DataTable>
  )
}
