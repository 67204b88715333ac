import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { OfficePaper } from '#components/desk/office-paper.tsx'
import { pool } from '#lib/db/pool.ts'
import { describeMissing } from '#lib/desk/describe-missing.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { dayText } from '#lib/format/dates.ts'
import { serviceName } from '#lib/format/service-name.ts'
import { PaperPage } from '../paper-page.tsx'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('counter.missing'))('title') }
}

/** The one-time notice, to print: everything that is missing, told at once and completely. */
export default async function MissingPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, office } = await requireStaff('review-papers')
  const { id } = await params
  const t = await getTranslations('counter.missing')
  const locale = (await getLocale()) as Locale
  const found = await describeMissing(pool(), { actor, ticketId: id, now: new Date() })
  if (!found.ok) return <PaperPage id={id} title={t('title')} none={t('none')} />
  const { ticket, code, notice } = found.value
  const groups = [...Map.groupBy(notice.lines, ({ role }) => role)]
  return (
    <PaperPage id={ticket.appointmentId ?? ticket.id}>
      <OfficePaper
        title={t('title')}
        office={office.name[locale]}
        ticket={ticket}
        code={code}
        day={dayText(locale, ticket.date)}
      >
        <p>{t('lead', { service: serviceName(locale, ticket.service) })}</p>
        {groups.map(([role, lines]) => (
          <section key={role ?? 0} className="keep-together">
            {ticket.expected > 1 ? (
              <h2 className="mb-1 text-body">{role ? t('one', { role }) : t('both')}</h2>
            ) : null}
            <ul className="list-disc pl-5">
              {lines.map(({ key, item }) => (
                <li key={key} className="mb-1">
                  {item.name[locale]}
                  {item.core && item.kind === 'original' ? <b>　{t('core')}</b> : null}
                  {item.note ? (
                    <span className="block text-small text-ink-soft">{item.note[locale]}</span>
                  ) : null}
                </li>
              ))}
            </ul>
          </section>
        ))}
        {notice.by ? <p className="font-semibold">{t('by', { day: dayText(locale, notice.by) })}</p> : null}
        <p className="text-small text-ink-soft">{t('rules', { source: notice.ruleSet.source[locale] })}</p>
      </OfficePaper>
    </PaperPage>
  )
}
