import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { Button } from '#components/ui/button.tsx'
import { ErrorSummary } from '#components/ui/error-summary.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { addDays } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { listStops } from '#lib/office/list-stops.ts'
import { dropStop, putStop } from './actions.ts'
import { StopTable } from './stop-table.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('front.stops'))('title') }
}

const DAYS_SHOWN = 180
const FIELDS = [
  { name: 'date', type: 'date' },
  { name: 'opens', type: 'time' },
  { name: 'closes', type: 'time' },
  { name: 'place', type: 'text' },
  { name: 'address', type: 'text' },
  { name: 'position', type: 'text' },
] as const

const SPANS: Readonly<Record<(typeof FIELDS)[number]['name'], string>> = {
  date: '',
  opens: '',
  closes: '',
  place: '',
  address: 'sm:col-span-2',
  position: 'sm:col-span-3',
}

/** Where the car of this office stands, and when. */
export default async function StopsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { office } = await requireStaff('edit-itinerary')
  const search = await searchParams
  const { at, wrong, done, booked, refused } = search
  const t = await getTranslations('front.stops')
  const back = { href: '/desk/manage', text: (await getTranslations('manage'))('back') }
  const common = await getTranslations('common')
  const words = await getTranslations('refusals.field')
  const locale = (await getLocale()) as Locale
  const today = shanghaiToday(new Date())
  const stops = await listStops(pool(), {
    officeId: office.id,
    from: today,
    until: addDays(today, DAYS_SHOWN),
  })
  const isMobile = (await getOffice(office.id))?.tier === 'mobile'
  const fault = wrong && (words.has(wrong as never) ? words(wrong as never) : words('other'))
  if (!isMobile)
    return (
      <DeskPane title={t('title')} lead={office.name[locale]} back={back}>
        <Notice title={words('stays-where-it-is')} />
      </DeskPane>
    )
  return (
    <DeskPane title={t('title')} lead={office.name[locale]} back={back}>
      {done ? <Notice tone="ok" role="status" title={t(done === 'added' ? 'added' : 'removed')} /> : null}
      {booked ? (
        <Notice tone="stop" role="alert" title={t('booked', { count: Number(booked) || 0 })}>
          <p>{t('bookedText')}</p>
        </Notice>
      ) : null}
      {refused ? <Notice tone="stop" role="alert" title={words('other')} /> : null}
      <StopTable stops={stops} locale={locale} action={dropStop} />
      <section id="add" className="max-w-2xl">
        <h2>{t('add')}</h2>
        <ErrorSummary
          title={common('errorTitle')}
          errors={
            fault
              ? [{ field: FIELDS.some(({ name }) => name === at) ? (at ?? '') : 'date', text: fault }]
              : []
          }
        />
        <form action={putStop} noValidate>
          <div className="grid gap-x-4 sm:grid-cols-3">
            {FIELDS.map(({ name, type }) => (
              <div key={name} className={SPANS[name]}>
                <TextField
                  name={name}
                  type={type}
                  label={t(`fields.${name}`)}
                  hint={name === 'position' ? t('positionHint') : undefined}
                  error={fault && at === name ? fault : undefined}
                  errorPrefix={common('error')}
                  autoComplete="off"
                  defaultValue={search[name]}
                />
              </div>
            ))}
          </div>
          <Button type="submit" wide={false}>
            {t('submit')}
          </Button>
        </form>
      </section>
    </DeskPane>
  )
}
