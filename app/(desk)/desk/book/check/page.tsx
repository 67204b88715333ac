import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { Button } from '#components/ui/button.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import { findSlotFacts } from '#lib/booking/find-slot-facts.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readParties } from '#lib/domain/party.ts'
import { isService } from '#lib/domain/service.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { readTyped } from '#lib/edge/typed-form.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { bookIt } from '../actions.ts'
import { AgreementChoice } from '../agreement-choice.tsx'
import type { CounterForm } from '../counter-form.ts'
import { RefusedNotice } from '../refused-notice.tsx'
import { Spelled } from '../spelled.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('front.check'))('title') }
}

/** Everything once more, to be read to whoever calls before it counts. */
export default async function CheckPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const staff = await requireStaff('book-for-couple')
  const search = await searchParams
  const { service = '', slot = '' } = search
  const now = new Date()
  const typed = await readTyped<CounterForm>('counter', staff)
  const facts = await findSlotFacts(pool(), Number(slot) || 0, now)
  const read = typed && readParties(typed.parties, shanghaiToday(now))
  if (!isService(service) || !facts) redirect('/desk/book')
  if (!typed || !read?.ok || read.value.length === 0)
    redirect(`/desk/book/people?${new URLSearchParams({ service, slot })}`)
  const t = await getTranslations('front.check')
  const people = await getTranslations('front.people')
  const locale = (await getLocale()) as Locale
  const back = `/desk/book/people?${new URLSearchParams({ service, slot })}`
  return (
    <DeskPane title={t('title')} lead={t('lead')}>
      <div className="grid gap-5">
        <RefusedNotice search={search} />
        <SummaryList
          rows={[
            { label: t('service'), value: serviceName(locale, service) },
            {
              label: t('when'),
              value: (
                <span className="text-lead">
                  {dayText(locale, facts.date, 'long')} {facts.startTime}
                </span>
              ),
            },
            { label: t('where'), value: staff.office.name[locale] },
          ]}
        />
        <div className="grid gap-6 md:grid-cols-2">
          {read.value.map((person, index) => (
            <section key={person.documentNumber}>
              <h2>{people(read.value.length === 1 ? 'only' : index === 0 ? 'first' : 'second')}</h2>
              <dl className="grid gap-3">
                <Said label={t('name')}>
                  <span className="text-title tracking-[0.35em]">{person.name}</span>
                </Said>
                <Said label={t('number')}>
                  <Spelled text={person.documentNumber} />
                </Said>
                <Said label={t('phone')}>
                  <Spelled text={person.phone} />
                </Said>
                <Said label={t('born')}>{dayText(locale, person.birthDate, 'plain')}</Said>
              </dl>
            </section>
          ))}
        </div>
        <form action={bookIt} className="flex flex-wrap items-center gap-4">
          <AgreementChoice typed={typed} parties={read.value} service={service} slotId={facts.id} />
          <input type="hidden" name="service" value={service} />
          <input type="hidden" name="slot" value={slot} />
          <input type="hidden" name="day" value={facts.date} />
          <input type="hidden" name="key" value={typed.key} />
          <Button type="submit" wide={false}>
            {t('submit')}
          </Button>
          <a className="prose-link inline-flex min-h-11 items-center" href={back}>
            {t('change')}
          </a>
        </form>
      </div>
    </DeskPane>
  )
}

function Said({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-small text-ink-soft">{label}</dt>
      <dd className="font-semibold">{children}</dd>
    </div>
  )
}
