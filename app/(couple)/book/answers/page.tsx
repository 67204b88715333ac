import { getTranslations } from 'next-intl/server'
import { JourneyPage } from '#app/(couple)/book/journey-page.tsx'
import { type JourneySearch, stepMetadata } from '#app/(couple)/book/step-metadata.ts'
import { MissesNotice } from '#app/(couple)/misses-notice.tsx'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { WhatToBring } from '#app/(couple)/what-to-bring.tsx'
import { Button } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SummaryList, type SummaryRow } from '#components/ui/summary-list.tsx'
import { pool } from '#lib/db/pool.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { partnerDeadline } from '#lib/domain/booking-policy.ts'
import { maskName, maskNumber } from '#lib/domain/masking.ts'
import { isRefusalReason } from '#lib/domain/refusal.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { requireHeldTime } from '#lib/edge/held-time.ts'
import { requireStep } from '#lib/edge/journey.ts'
import { requireOwnCase } from '#lib/edge/visit.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadPolicy } from '#lib/office/load-policy.ts'
import { sendAnswers } from './actions.ts'

export const generateMetadata = stepMetadata('answers')

/** Everything once more, each changeable, before it is sent. */
export default async function AnswersPage({ searchParams }: JourneySearch) {
  const answers = await requireStep('answers')
  const actor = await requireActor('/book/answers')
  const held = await requireHeldTime(actor, answers)
  const identity = identityOf(actor)
  const { service, you, partner } = answers
  if (!service || !identity) throw new Error('the journey has a service and a person')
  const t = await getTranslations('journey')
  const common = await getTranslations('common')
  const services = await getTranslations('services')
  const refusals = await getTranslations('refusals')
  const locale = await speakingLocale()
  const office = await getOffice(held.officeId)
  const now = new Date()
  const deadline = partnerDeadline(
    await loadPolicy(pool(), held.officeId, now),
    held.date,
    held.startTime,
    now,
  )
  const isForTwo = SERVICE_FACTS[service].parties === 2
  const { needsCase } = SERVICE_FACTS[service]
  const known = needsCase ? (await requireOwnCase('/book/answers')).other : undefined
  const { refused, detail, earliest } = await searchParams
  const change = (href: string, about: string) => ({ href, about, text: common('change') })
  const person = (name: string, document: string, number: string, note: string) => (
    <>
      <span className="block">{name}</span>
      <span className="block text-small font-normal text-ink-soft tabular-nums">
        {document} {number}
      </span>
      <span className="block text-small font-normal text-ink-soft tabular-nums">{note}</span>
    </>
  )
  const rows: SummaryRow[] = [
    {
      label: t('answers.service'),
      value: services(`${service}.name`),
      change: change('/book/service', t('answers.service')),
    },
    {
      label: t('answers.place'),
      value: office?.name[locale],
      ...(needsCase ? {} : { change: change('/book/place', t('answers.place')) }),
    },
    {
      label: t('answers.when'),
      value: (
        <span className="tabular-nums">{`${dayText(locale, held.date, 'long')} ${held.startTime}`}</span>
      ),
      change: change('/book/time', t('answers.when')),
    },
    {
      label: t('answers.you'),
      value: person(
        identity.name,
        t(`documents.${identity.documentType}`),
        maskNumber(identity.documentNumber),
        t('answers.phoneOf', { phone: you?.phone ?? '' }),
      ),
      change: change('/book/you', t('answers.you')),
    },
  ]
  if (known) {
    rows.push({
      label: t('answers.partner'),
      value: person(
        maskName(known.name),
        t(`documents.${known.documentType}`),
        maskNumber(known.documentNumber),
        (await getTranslations('second-visit'))('known'),
      ),
    })
  } else if (isForTwo && partner) {
    const type = partner.documentType ?? 'RESIDENT_ID'
    rows.push({
      label: t('answers.partner'),
      value: person(
        partner.name ?? '',
        t(`documents.${type}`),
        maskNumber(partner.documentNumber ?? ''),
        t('answers.phoneOf', { phone: partner.phone ?? '' }),
      ),
      change: change('/book/partner', t('answers.partner')),
    })
  }
  const partyTypes = [
    you?.partyType ?? 'MAINLAND',
    ...(isForTwo ? [known?.partyType ?? partner?.partyType ?? 'MAINLAND'] : []),
  ] as const
  const act = isForTwo ? t('answers.submitTwo') : t('answers.submitOne')
  return (
    <JourneyPage
      answers={answers}
      held={held}
      back={
        isForTwo && !known
          ? { href: '/book/partner', text: t('backTo.partner') }
          : { href: '/book/you', text: t('backTo.you') }
      }
    >
      {refused && isRefusalReason(refused) ? (
        <div className="mb-5">
          <Notice title={refusals(`${refused}.title`)} tone="stop" role="alert">
            <p>
              {detail
                ? refusals(`field.${detail}`, { earliestOn: earliest ?? '' })
                : refusals(`${refused}.detail`)}
            </p>
          </Notice>
        </div>
      ) : null}
      <h1>{t('answers.title')}</h1>
      <Card className="mb-5 px-4">
        <SummaryList rows={rows} />
      </Card>
      <details className="mb-5 rounded-card border border-line bg-surface px-4">
        <summary className="flex min-h-12 cursor-pointer items-center font-semibold text-accent-deep underline underline-offset-4">
          {t('answers.bring')}
        </summary>
        <div className="pt-2 pb-4">
          <WhatToBring service={service} on={held.date} parties={partyTypes} />
        </div>
      </details>
      {refused ? null : <MissesNotice service={service} officeId={held.officeId} />}
      <form action={sendAnswers}>
        <p className="mb-4 text-small text-ink-soft">
          {t(isForTwo ? 'answers.declaration' : 'answers.declarationOne', { act })}
        </p>
        {isForTwo ? (
          <p className="mb-4 text-small">
            {t('answers.partnerNext', { deadline: instantText(locale, deadline) })}
          </p>
        ) : null}
        <Button type="submit">{act}</Button>
      </form>
    </JourneyPage>
  )
}
