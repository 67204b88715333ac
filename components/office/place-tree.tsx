import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import { DataTable } from '#components/ui/data-table.tsx'
import { Tag } from '#components/ui/tag.tsx'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import type { OfficeTier } from '#lib/domain/place.ts'
import { dayText } from '#lib/format/dates.ts'

interface TreeRegion {
  readonly code: string
  readonly name: LocalizedText
  readonly offices: number
  readonly online: number
  readonly closed: number
}

interface TreeOffice {
  readonly id: string
  readonly name: LocalizedText
  readonly tier: OfficeTier
  readonly regionName: LocalizedText
  readonly services: number
  readonly lanes: number
  readonly onlineBooking: boolean
  readonly closedOn: CalendarDate | null
}

interface Place {
  readonly region: TreeRegion | undefined
  readonly above: readonly { readonly code: string; readonly name: LocalizedText; readonly isOpen: boolean }[]
  readonly roots: readonly { readonly code: string; readonly name: LocalizedText }[]
  readonly below: readonly TreeRegion[]
  readonly offices: readonly TreeOffice[]
  readonly total: number
}

const HOME = '/desk/manage/places'
const CELL = 'px-2 py-1.5'
const LINK = 'prose-link inline-flex min-h-9 items-center'

/** Where one is, the regions below with their counts, and the offices. */
export async function PlaceTree({
  place,
  today,
  locale,
}: {
  place: Place
  today: CalendarDate
  locale: Locale
}) {
  const t = await getTranslations('places')
  const offices = await getTranslations('offices')
  const { region, above, roots, below, total } = place
  const shown = place.offices.length
  return (
    <>
      {roots.length > 0 ? (
        <nav aria-label={t('roots')} className="flex flex-wrap items-center gap-x-4 text-small">
          {roots.map(({ code, name }) => (
            <a key={code} className={LINK} href={`${HOME}?in=${code}`}>
              {name[locale]}
            </a>
          ))}
        </nav>
      ) : null}
      {region ? (
        <nav aria-label={t('path')} className="mb-3 flex flex-wrap items-center gap-x-2 text-small">
          {above.map(({ code, name, isOpen }) => (
            <span key={code} className="inline-flex items-center gap-2">
              {isOpen ? (
                <a className={LINK} href={`${HOME}?in=${code}`}>
                  {name[locale]}
                </a>
              ) : (
                <span className="text-ink-soft">{name[locale]}</span>
              )}
              <span aria-hidden="true">›</span>
            </span>
          ))}
          <span className="inline-flex min-h-9 items-center font-semibold">{region.name[locale]}</span>
          <span className="text-ink-soft tabular-nums">{region.code}</span>
        </nav>
      ) : null}
      <div className="grid items-start gap-4 lg:grid-cols-[26rem_minmax(0,1fr)]">
        {below.length > 0 ? (
          <Card className="px-4 py-3">
            <h2 className="text-body">{t('tree.below')}</h2>
            <DataTable
              caption={t('tree.below')}
              heads={['region', 'code', 'offices', 'online', 'closed'].map((head) => ({
                text: t(`tree.${head}` as never),
              }))}
            >
              {below.map(({ code, name, offices: count, online, closed }) => (
                <tr key={code} className="border-b border-line last:border-b-0">
                  <td className={CELL}>
                    <a className={LINK} href={`${HOME}?in=${code}`}>
                      {name[locale]}
                    </a>
                  </td>
                  <td className={`${CELL} tabular-nums text-ink-soft`}>{code}</td>
                  <td className={`${CELL} tabular-nums`}>{count}</td>
                  <td className={`${CELL} tabular-nums`}>{online}</td>
                  <td className={`${CELL} tabular-nums`}>{closed}</td>
                </tr>
              ))}
            </DataTable>
          </Card>
        ) : null}
        {shown === 0 && below.length > 0 ? null : (
          <Card className={below.length > 0 ? 'px-4 py-3' : 'px-4 py-3 lg:col-span-2'}>
            <h2 className="text-body">
              {shown < total ? t('tree.more', { total, shown }) : t('tree.listed', { total })}
            </h2>
            {shown === 0 ? <p className="py-2 text-small text-ink-soft">{t('tree.none')}</p> : null}
            {shown > 0 ? (
              <DataTable
                caption={t('tree.office')}
                heads={['office', 'region', 'tier', 'services', 'lanes', 'state'].map((head) => ({
                  text: t(`tree.${head}` as never),
                }))}
              >
                {place.offices.map((office) => (
                  <tr key={office.id} className="border-b border-line last:border-b-0">
                    <td className={CELL}>
                      <a className={LINK} href={`${HOME}/office/${office.id}`}>
                        {office.name[locale]}
                      </a>
                    </td>
                    <td className={CELL}>{office.regionName[locale]}</td>
                    <td className={CELL}>{offices(`tiers.${office.tier}`)}</td>
                    <td className={`${CELL} tabular-nums`}>{office.services}</td>
                    <td className={`${CELL} tabular-nums`}>{office.lanes}</td>
                    <td className={CELL}>
                      <OfficeState office={office} today={today} locale={locale} />
                    </td>
                  </tr>
                ))}
              </DataTable>
            ) : null}
          </Card>
        )}
      </div>
    </>
  )
}

/** Whether an office can be booked, in one mark. */
async function OfficeState({
  office,
  today,
  locale,
}: {
  office: TreeOffice
  today: CalendarDate
  locale: Locale
}) {
  const t = await getTranslations('places.state')
  const { closedOn, onlineBooking, lanes } = office
  if (closedOn && closedOn <= today) return <Tag tone="stop">{t('closed')}</Tag>
  if (closedOn) return <Tag tone="warn">{t('closing', { day: dayText(locale, closedOn) })}</Tag>
  if (!onlineBooking) return <Tag>{t('offline')}</Tag>
  return lanes > 0 ? <Tag tone="ok">{t('online')}</Tag> : <Tag tone="warn">{t('unready')}</Tag>
}
