import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { WaitingPage } from '#app/(couple)/waiting/waiting-page.tsx'
import { WishList } from '#app/(couple)/waiting/wish-list.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { FactList } from '#components/ui/fact-list.tsx'
import { SummaryList, type SummaryRow } from '#components/ui/summary-list.tsx'
import { pool } from '#lib/db/pool.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { maskNumber } from '#lib/domain/masking.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { requireWaitingAnswers } from '#lib/edge/journey.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { standInLine } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('waiting'))('title') }
}

/** Everything once more, and what will happen, before the couple stands in line. */
export default async function WaitingAnswersPage({
  searchParams,
}: {
  searchParams: Promise<{ refused?: string; detail?: string; earliest?: string }>
}) {
  const answers = await requireWaitingAnswers()
  const actor = await requireActor('/waiting/answers')
  const identity = identityOf(actor)
  const { service, officeId, waiting = [], you, partner } = answers
  if (!service || !identity) throw new Error('the journey has a service and a person')
  const t = await getTranslations('waiting')
  const journey = await getTranslations('journey')
  const common = await getTranslations('common')
  const services = await getTranslations('services')
  const { offerHours } = await loadPolicy(pool(), officeId, new Date())
  const isForTwo = SERVICE_FACTS[service].parties === 2
  const change = (href: string, about: string) => ({ href, about, text: common('change') })
  const person = (name: string, number: string, phone: string) => (
    <>
      <span className="block">{name}</span>
      <span className="block text-small font-normal text-ink-soft tabular-nums">{maskNumber(number)}</span>
      <span className="block text-small font-normal text-ink-soft tabular-nums">
        {journey('answers.phoneOf', { phone })}
      </span>
    </>
  )
  const rows: SummaryRow[] = [
    { label: journey('answers.service'), value: services(`${service}.name`) },
    {
      label: t('answers.wishes'),
      value: <WishList wishes={waiting} />,
      change: change('/waiting/join', t('answers.wishes')),
    },
    {
      label: journey('answers.you'),
      value: person(identity.name, identity.documentNumber, you?.phone ?? ''),
      change: change('/book/you', journey('answers.you')),
    },
  ]
  if (isForTwo && partner)
    rows.push({
      label: journey('answers.partner'),
      value: person(partner.name ?? '', partner.documentNumber ?? '', partner.phone ?? ''),
      change: change('/book/partner', journey('answers.partner')),
    })
  return (
    <WaitingPage
      service={service}
      back={{ href: '/waiting/join', text: journey('backTo.waiting') }}
      refused={await searchParams}
    >
      <h1>{t('answers.title')}</h1>
      <Card className="mb-5 px-4">
        <SummaryList rows={rows} />
      </Card>
      <section className="mb-5">
        <h2>{t('next.title')}</h2>
        <FactList
          facts={[
            t('next.order'),
            t('next.offer', { hours: offerHours }),
            t(isForTwo ? 'next.both' : 'next.one'),
            t('next.noPromise'),
          ]}
        />
      </section>
      <form action={standInLine}>
        <Button type="submit">{t('answers.submit')}</Button>
      </form>
    </WaitingPage>
  )
}
