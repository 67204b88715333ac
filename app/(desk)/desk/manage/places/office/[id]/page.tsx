import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { PlaceHistory } from '#components/office/place-history.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RowLinks } from '#components/ui/row-links.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { placesFor, reachesRegion } from '#lib/domain/place-scope.ts'
import { requirePost } from '#lib/edge/staff-actor.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { actText } from '#lib/format/trail-text.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadPlaceWords } from '../../place-words.ts'
import { loadOffice } from './load-office.ts'
import { OfficeFacts } from './office-facts.tsx'

export async function generateMetadata({
  params,
}: {
  params: Promise<{ readonly id: string }>
}): Promise<Metadata> {
  const office = await getOffice((await params).id)
  const locale = (await getLocale()) as Locale
  return { title: office?.name[locale] ?? (await getTranslations('places'))('office.facts') }
}

/** What of an office is shaped elsewhere, by those who may. */
const SHAPED = [
  { name: 'hours', act: 'see-week' },
  { name: 'changes', act: 'close-day' },
  { name: 'roster', act: 'see-roster' },
  { name: 'planner', act: 'plan-capacity' },
] as const

/** An office as it is written down, what is handed down to it and from where, and what was changed by whom. */
export default async function OfficePage({
  params,
  searchParams,
}: {
  params: Promise<{ readonly id: string }>
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { id } = await params
  const office = await loadOffice('see-places', id)
  const { actor } = await requirePost()
  const { done } = await searchParams
  const words = await loadPlaceWords()
  const { t, locale } = words
  const { record, listed, history, mayEdit } = office
  const { closedOn } = record
  const place = { id, regionCode: record.regionCode }
  // Who shapes one office alone has no region to go back to.
  const reaches = reachesRegion(placesFor(actor.grants, 'see-places'), record.regionCode)
  const said = (['saved', 'unchanged', 'founded'] as const).find((one) => one === done)
  return (
    <DeskWork
      title={record.name[locale]}
      back={{ href: `/desk/manage/places${reaches ? `?in=${record.regionCode}` : ''}`, text: t('backTree') }}
      actions={
        mayEdit ? (
          <ButtonLink href={`/desk/manage/places/office/${id}/edit`} wide={false}>
            {t('act.edit')}
          </ButtonLink>
        ) : null
      }
    >
      <div className="mb-4 grid gap-3">
        {said ? <Notice tone="ok" role="status" title={t(`office.${said}`)} /> : null}
        {closedOn ? (
          <Notice tone="warn" title={t('office.closed', { day: dayText(locale, closedOn) })}>
            <p className="text-small">{t('office.closedText')}</p>
          </Notice>
        ) : null}
        {record.onlineBooking && listed.lanes === 0 ? (
          <Notice tone="warn" title={t('office.unready')}>
            <p className="text-small">{t('office.unreadyText')}</p>
          </Notice>
        ) : null}
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <OfficeFacts office={office} words={words} />
        <div className="grid gap-4">
          <RowLinks
            rows={[
              ...SHAPED.filter(({ act }) => mayDo(actor.grants, act, place)).map(({ name }) => ({
                href: `/desk/manage/${name}?office=${id}`,
                title: t(`act.${name}`),
              })),
              { href: `/offices/${id}`, title: t('act.public') },
            ]}
          />
          <Card className="px-5 py-4">
            <h2 className="text-body">{t('office.history')}</h2>
            <PlaceHistory
              none={t('office.noHistory')}
              changes={history.map((change) => ({
                id: change.id,
                when: t('office.by', { at: instantText(locale, change.at), who: change.by }),
                what: actText(locale, change.act),
                note: change.isFromFile ? t('office.fromFile') : undefined,
                lines: change.act === 'office-founded' ? [] : words.changeLines(change.changed),
              }))}
            />
          </Card>
        </div>
      </div>
    </DeskWork>
  )
}
