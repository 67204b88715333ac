import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { Button, ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import { pool } from '#lib/db/pool.ts'
import { listOwnVisits } from '#lib/desk/list-own-visits.ts'
import { isRefusalReason } from '#lib/domain/refusal.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { withdraw } from './actions.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home-visit.own'))('title') }
}

/** What somebody has asked an office to come for, and the way to take it back. */
export default async function OwnVisitsPage({
  searchParams,
}: {
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const actor = await requireActor('/home-visit/own')
  const { done, refused } = await searchParams
  const t = await getTranslations('home-visit.own')
  const page = await getTranslations('home-visit.page')
  const form = await getTranslations('home-visit.form')
  const locale = await speakingLocale()
  const visits = await listOwnVisits(pool(), { actor })
  const offices = new Map(
    await Promise.all(visits.map(async ({ officeId }) => [officeId, await getOffice(officeId)] as const)),
  )
  return (
    <CouplePage mood="quiet" back={{ href: '/home-visit', text: page('title') }}>
      <h1>{t('title')}</h1>
      {done ? (
        <div className="mb-5">
          <Notice tone="ok" role="status" title={t('done')}>
            <p>{t('doneText')}</p>
          </Notice>
        </div>
      ) : null}
      {refused && isRefusalReason(refused) ? (
        <div className="mb-5">
          <Notice tone="warn" role="alert" title={t('over')} />
        </div>
      ) : null}
      {visits.length === 0 ? (
        <>
          <p className="mb-5 text-ink-soft">{t('none')}</p>
          <ButtonLink href="/home-visit/ask">{page('askOnline')}</ButtonLink>
        </>
      ) : null}
      {visits.map(({ id, officeId, service, state, visitOn, startTime, createdAt }) => (
        <Card key={id} className="mb-5 p-5">
          <SummaryList
            rows={[
              { label: form('office'), value: offices.get(officeId)?.name[locale] ?? '' },
              { label: form('service'), value: form(`services.${service}`) },
              { label: t('sent'), value: instantText(locale, createdAt) },
              {
                label: t('day'),
                value:
                  state === 'planned' && visitOn
                    ? `${dayText(locale, visitOn, 'long')} ${startTime ?? ''}`
                    : t('notYet'),
              },
            ]}
          />
          <form action={withdraw} className="mt-4">
            <input type="hidden" name="visit" value={id} />
            <Button type="submit" kind="second">
              {t('withdraw')}
            </Button>
          </form>
        </Card>
      ))}
      {visits.length > 0 ? <p className="text-small text-ink-soft">{t('hint')}</p> : null}
    </CouplePage>
  )
}
