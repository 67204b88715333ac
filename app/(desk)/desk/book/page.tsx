import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { Button } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { listFreeTimes } from '#lib/desk/list-free-times.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { isService, SERVICES } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { addSeatHere } from './actions.ts'
import { DayStrip } from './day-strip.tsx'
import { RefusedNotice } from './refused-notice.tsx'
import { TimeGrid } from './time-grid.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('front.book'))('title') }
}

/** Somebody calls: what for, on which day, at what time. */
export default async function BookPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('book-for-couple')
  const search = await searchParams
  const t = await getTranslations('front.book')
  const common = await getTranslations('common')
  const locale = (await getLocale()) as Locale
  const detail = await getOffice(office.id)
  const offered = SERVICES.filter((one) => detail?.lanes.some(({ services }) => services.includes(one)))
  const asked = search.service && isService(search.service) ? search.service : offered[0]
  const now = new Date()
  const listed = asked && (await listFreeTimes(pool(), { actor, officeId: office.id, service: asked, now }))
  const days = listed?.ok ? listed.value : []
  const chosen = days.find(({ date }) => date === search.day) ?? days.find(({ free }) => free > 0) ?? days[0]
  return (
    <DeskPane title={t('title')} lead={t('lead', { office: office.name[locale] })}>
      <div className="grid gap-5">
        <RefusedNotice search={search} />
        {search.added ? <Notice tone="ok" role="status" title={t('added')} /> : null}
        {offered.length === 0 ? <Notice tone="warn" title={t('nothing')} /> : null}
        <form method="get" className="flex flex-wrap items-end gap-3">
          <div className="w-72 max-w-full [&>div]:mb-0">
            <SelectField
              name="service"
              label={t('service')}
              errorPrefix={common('error')}
              defaultValue={asked}
              options={offered.map((value) => ({ value, text: serviceName(locale, value) }))}
            />
          </div>
          <Button kind="second" type="submit" wide={false}>
            {t('show')}
          </Button>
        </form>
        {asked && chosen ? (
          <>
            <DayStrip days={days} chosen={chosen.date} service={asked} locale={locale} />
            <TimeGrid
              day={chosen}
              service={asked}
              locale={locale}
              addSeat={mayDo(actor.grants, 'add-seat', office) ? addSeatHere : undefined}
            />
          </>
        ) : asked ? (
          <Notice tone="warn" title={t('noDays')} />
        ) : null}
      </div>
    </DeskPane>
  )
}
