import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { DeskPane } from '#components/desk/desk-pane.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { SummaryList } from '#components/ui/summary-list.tsx'
import { pool } from '#lib/db/pool.ts'
import { showHomeVisit } from '#lib/desk/show-home-visit.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { mayDo } from '#lib/domain/permissions.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText, instantText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { endVisit, planVisit } from '../actions.ts'
import { EndForm } from './end-form.tsx'
import { PlanForm } from './plan-form.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('home-visit.desk'))('one') }
}

/** One visit in full; that it was looked at is on the record. */
export default async function HomeVisitPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>
  searchParams: Promise<Readonly<Record<string, string | undefined>>>
}) {
  const { actor, office } = await requireStaff('see-home-visits')
  const { id } = await params
  const { done, refused, at, visitOn, startTime, first, second } = await searchParams
  const shown = await showHomeVisit(pool(), { actor, visitId: id, now: new Date() })
  if (!shown.ok) notFound()
  const visit = shown.value
  const t = await getTranslations('home-visit.desk')
  const form = await getTranslations('home-visit.form')
  const words = await getTranslations('refusals.field')
  const locale = (await getLocale()) as Locale
  const isOpen = visit.state === 'asked' || visit.state === 'planned'
  const mayPlan = isOpen && mayDo(actor.grants, 'plan-home-visit', office)
  const said = refused && (words.has(refused as never) ? words(refused as never) : words('other'))
  return (
    <DeskPane
      title={t('one')}
      lead={t(`states.${visit.state}`)}
      aside={
        <a className="prose-link inline-flex min-h-11 items-center" href="/desk/home-visits">
          {t('back')}
        </a>
      }
    >
      {done ? (
        <Notice tone="ok" role="status" title={t(done === 'planned' ? 'donePlanned' : 'doneEnded')} />
      ) : null}
      {said && !at?.startsWith('staffIds') && !['visitOn', 'startTime'].includes(at ?? '') ? (
        <Notice tone="stop" role="alert" title={said} />
      ) : null}
      <SummaryList
        rows={[
          ...visit.people.map(({ name, phone }, index) => ({
            label: t(index === 0 ? 'asker' : 'other'),
            value: (
              <>
                {name}　
                <a href={`tel:${phone}`} className="prose-link tabular-nums">
                  {phone}
                </a>
              </>
            ),
          })),
          { label: t('address'), value: visit.address },
          {
            label: t('service'),
            value: `${serviceName(locale, visit.service)} · ${form(`reasons.${visit.reason}`)}`,
          },
          ...(visit.note ? [{ label: t('note'), value: visit.note }] : []),
          { label: t('created'), value: instantText(locale, visit.createdAt) },
          ...(visit.visitOn
            ? [
                {
                  label: t('when'),
                  value: `${dayText(locale, visit.visitOn, 'long')} ${visit.startTime} · ${visit.staffNames.join('　')}`,
                },
              ]
            : []),
          ...(visit.endReason
            ? [{ label: t('endReason'), value: t(`refusals.${visit.endReason}` as never) }]
            : []),
        ]}
      />
      {mayPlan ? (
        <PlanForm
          visit={visit}
          typed={{ visitOn, startTime, staffIds: [first, second] }}
          action={planVisit}
          fault={said ? { at: at ?? '', text: said } : undefined}
          isToConfirm={refused === 'service-day-meant'}
        />
      ) : null}
      {isOpen ? <EndForm visit={visit} mayRefuse={mayPlan} action={endVisit} /> : null}
    </DeskPane>
  )
}
