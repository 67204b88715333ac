import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OfficePaper } from '#components/desk/office-paper.tsx'
import { pool } from '#lib/db/pool.ts'
import { describeRefusal } from '#lib/desk/describe-refusal.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { PaperPage } from '../paper-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('counter.ways'))('refusal') }
}

/** A no in writing, on request, to print: with its reason, the article, and what can be done about it. */
export default async function RefusalPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, office } = await requireStaff('record-outcome')
  const { id } = await params
  const t = await getTranslations('counter')
  const desk = await getTranslations('desk')
  const locale = (await getLocale()) as Locale
  const found = await describeRefusal(pool(), { actor, ticketId: id, now: new Date() })
  if (!found.ok) return <PaperPage id={id} title={t('ways.refusal')} none={t('refusal.none')} />
  const { ticket, code, outcome, rejection, grounds } = found.value
  const title = ticket.service === 'DIVORCE_APPLICATION' ? 'application' : outcome
  const lead = ticket.expected > 1 ? 'lead' : 'leadAlone'
  return (
    <PaperPage id={ticket.appointmentId ?? ticket.id}>
      <OfficePaper
        title={t(`refusal.titles.${title}`)}
        office={office.name[locale]}
        ticket={ticket}
        code={code}
        day={dayText(locale, ticket.date)}
      >
        <p>{t(`refusal.${lead}.${outcome}`, { service: serviceName(locale, ticket.service) })}</p>
        <section>
          <h2 className="mb-1 text-body">{t('refusal.reason')}</h2>
          {rejection === 'other' ? <WrittenByHand /> : <p>{desk(`rejections.${rejection}`)}</p>}
        </section>
        <section>
          <h2 className="mb-1 text-body">{t('refusal.grounds')}</h2>
          {grounds.length === 0 ? <WrittenByHand /> : null}
          {grounds.map((ground) => (
            <p key={ground}>{t(`grounds.${ground}`)}</p>
          ))}
        </section>
        <p>{t('refusal.again')}</p>
        <p>{t('refusal.remedy')}</p>
      </OfficePaper>
    </PaperPage>
  )
}

/** Where nothing fits that could be printed. */
function WrittenByHand() {
  return (
    <>
      <span className="block h-8 border-b border-ink-soft" />
      <span className="block h-8 border-b border-ink-soft" />
    </>
  )
}
