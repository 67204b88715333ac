import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import type { TrailEntry } from '#lib/audit/list-trail.ts'
import type { AppointmentView } from '#lib/booking/view-for.ts'
import { isAhead } from '#lib/domain/next-step.ts'
import { AppointmentRows } from './appointment-rows.tsx'

const MOST = 100
const OPEN = 5

/** What is coming up, the next first; then what is past: the latest few, and the rest a year at a time. */
export async function OwnAppointments({
  appointments,
  enders,
  now,
}: {
  appointments: readonly AppointmentView[]
  enders: ReadonlyMap<string, TrailEntry>
  now: Date
}) {
  const t = await getTranslations('mine')
  if (appointments.length === 0) {
    return (
      <Notice title={t('empty.title')}>
        <p className="mb-3">{t('empty.text')}</p>
        <ButtonLink href="/book/service">{t('book')}</ButtonLink>
      </Notice>
    )
  }
  const ahead = appointments.filter((one) => isAhead(one, now)).reverse()
  const past = appointments.filter((one) => !isAhead(one, now))
  const years = Map.groupBy(past.slice(OPEN), (one) => one.date.slice(0, 4))
  const rows = { enders, now }
  return (
    <>
      <section className="mt-5">
        <h2>{t('ahead')}</h2>
        {ahead.length > 0 ? (
          <AppointmentRows appointments={ahead} {...rows} />
        ) : (
          <>
            <p className="mb-3 text-ink-soft">{t('noneAhead')}</p>
            <ButtonLink href="/book/service">{t('book')}</ButtonLink>
          </>
        )}
      </section>
      {past.length > 0 ? (
        <section className="mt-6">
          <h2>{t('past')}</h2>
          <AppointmentRows appointments={past.slice(0, OPEN)} {...rows} />
          {[...years].map(([year, ofYear]) => (
            <details key={year} className="mt-3">
              <summary className="cursor-pointer py-3 font-semibold">
                {t('year', { year, count: ofYear.length })}
              </summary>
              <AppointmentRows appointments={ofYear} {...rows} />
            </details>
          ))}
          {appointments.length >= MOST ? <p className="mt-2 text-small text-ink-soft">{t('most')}</p> : null}
        </section>
      ) : null}
    </>
  )
}
