import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import type { CounterForm } from '#app/(desk)/desk/book/counter-form.ts'
import { ButtonLink } from '#components/ui/button.tsx'
import { findSlotFacts } from '#lib/booking/find-slot-facts.ts'
import { pool } from '#lib/db/pool.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { readParties } from '#lib/domain/party.ts'
import { factsOfService } from '#lib/domain/service.ts'
import { requireTurned } from '#lib/edge/turned-screen.ts'
import { dayText } from '#lib/format/dates.ts'
import { tellOwn } from './actions.ts'
import { PersonForm } from './person-form.tsx'
import { TurnedFrame } from './turned-frame.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('turned'))('title') }
}

/** The couple type what the clerk would have typed: each their own, then the screen goes back. */
export default async function TurnedPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { form } = await requireTurned<CounterForm>('counter')
  const { turned, parties } = form
  if (!turned) redirect('/desk')
  const { who = '0', wrong } = await searchParams
  const now = new Date()
  const t = await getTranslations('turned')
  const locale = (await getLocale()) as Locale
  const { service, slotId } = turned
  const facts = await findSlotFacts(pool(), slotId, now)
  const { parties: count, mood } = factsOfService(service)
  const index = Number(who)
  if (!facts || !Number.isInteger(index) || index < 0 || index >= count)
    return (
      <TurnedFrame mood={mood} title={t('done.title')} lead={t('done.lead')}>
        <ButtonLink href={`/desk/book/people?${new URLSearchParams({ service, slot: String(slotId) })}`}>
          {t('done.back')}
        </ButtonLink>
        <p className="mt-3 text-small text-ink-soft">{t('done.code')}</p>
      </TurnedFrame>
    )
  const person = parties[index]
  const read = wrong && person ? readParties([person], shanghaiToday(now)) : undefined
  const when = `${dayText(locale, facts.date, 'long')} ${facts.startTime}`
  return (
    <TurnedFrame
      mood={mood}
      title={t(count === 1 ? 'only' : index === 0 ? 'first' : 'second')}
      lead={t('lead', { when })}
    >
      <PersonForm
        key={index}
        index={index}
        person={person}
        errors={read && !read.ok ? (read.errors ?? []) : []}
        asksAgreement={index === 1}
        action={tellOwn}
      />
      {index === 1 ? (
        <p className="mt-6">
          <a className="prose-link inline-flex min-h-12 items-center" href="/turned?who=done">
            {t('absent')}
          </a>
        </p>
      ) : null}
    </TurnedFrame>
  )
}
