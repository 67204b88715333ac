import type { Metadata } from 'next'
import { forbidden } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { LaneCard } from '#components/capacity/lane-card.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Card } from '#components/ui/card.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { showHours } from '#lib/capacity/show-hours.ts'
import { pool } from '#lib/db/pool.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { quotaText } from '#lib/format/quota-text.ts'
import { type Search, saidOf } from '../said.ts'
import { withSearch } from '../week/week-address.ts'
import { OfferRules } from './offer-rules.tsx'

const PATH = '/desk/manage/hours'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('hours'))('title') }
}

/** When an office serves, with how many windows and for whom: its lanes in sentences, the limits, how far ahead is booked. */
export default async function HoursPage({ searchParams }: { searchParams: Search }) {
  const said = saidOf(await searchParams)
  const asked = said.get('office') ?? undefined
  const { actor, office } = await requireStaff('see-week', asked)
  const shown = await showHours(pool(), { actor, officeId: office.id, now: new Date() })
  if (!shown.ok) forbidden()
  const { name, lanes, quotas, channels, offer, mayEdit } = shown.value
  const t = await getTranslations('hours')
  const manage = await getTranslations('manage')
  const locale = (await getLocale()) as Locale
  const at = (path: string, lane?: string) => withSearch(PATH + path, { office: asked, lane })
  return (
    <DeskWork
      title={t('titleOf', { office: name[locale] })}
      back={{ href: '/desk/manage', text: manage('back') }}
      actions={
        <>
          <a
            className="prose-link inline-flex min-h-11 items-center text-small"
            href={withSearch('/desk/manage/week', { office: asked })}
          >
            {t('week.title')}
          </a>
          <a className="prose-link inline-flex min-h-11 items-center text-small" href={at('/history')}>
            {t('history.title')}
          </a>
        </>
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid gap-4">
          {lanes.length === 0 ? (
            <Notice title={t('noLanes')}>
              <p>{t('noLanesText')}</p>
            </Notice>
          ) : null}
          {lanes.map((lane) => (
            <LaneCard
              key={lane.id}
              lane={lane}
              locale={locale}
              href={mayEdit ? at('/lane', lane.id) : undefined}
              history={at('/history', lane.id)}
            />
          ))}
          {mayEdit ? (
            <div>
              <ButtonLink href={at('/lane')} kind="second" wide={false}>
                {t('newLane')}
              </ButtonLink>
            </div>
          ) : null}
        </div>
        <div className="grid gap-4">
          <Card className="px-4 py-3">
            <h2 className="text-body">{t('quota.title')}</h2>
            {quotas.length === 0 ? <p className="text-small text-ink-soft">{t('quota.none')}</p> : null}
            <ul className="grid gap-1.5 text-small">
              {quotas.map((quota) => (
                <li key={quota.id}>{quotaText(locale, quota, { lanes, channels })}</li>
              ))}
            </ul>
            {mayEdit ? (
              <a className="prose-link inline-flex min-h-11 items-center text-small" href={at('/quotas')}>
                {t('quota.edit')}
              </a>
            ) : null}
          </Card>
          <OfferRules offer={offer} office={name} />
        </div>
      </div>
    </DeskWork>
  )
}
