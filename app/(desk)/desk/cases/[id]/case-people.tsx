import { getLocale, getTranslations } from 'next-intl/server'
import { Tag } from '#components/ui/tag.tsx'
import type { KeptTime } from '#lib/booking/find-kept-seat.ts'
import type { ShownCase } from '#lib/desk/show-case.ts'
import type { CaseStatus } from '#lib/domain/divorce-case.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { dayText } from '#lib/format/dates.ts'

/** The two people, masked, and the time that stands for their second visit. */
export async function CasePeople({
  view,
  kept,
  status,
}: {
  view: ShownCase['view']
  kept: KeptTime | undefined
  status: CaseStatus
}) {
  const t = await getTranslations('cases.case')
  const locale = (await getLocale()) as Locale
  const time = view.visit ?? kept
  return (
    <dl className="mt-4 grid grid-cols-[7rem_1fr] gap-x-4 gap-y-2">
      {view.people.map(({ role, name, documentNumber, phone, isUnreachable }) => (
        <div key={role} className="contents">
          <dt className="text-small text-ink-soft">{t('person', { role })}</dt>
          <dd className="flex flex-wrap gap-x-4 tabular-nums">
            <span className="font-semibold">{name}</span>
            <span>{documentNumber}</span>
            <span>{phone}</span>
            {isUnreachable ? <Tag tone="warn">{t('unreachable')}</Tag> : null}
          </dd>
        </div>
      ))}
      {status === 'open' ? (
        <>
          <dt className="text-small text-ink-soft">{view.visit ? t('visit') : t('kept')}</dt>
          <dd className="tabular-nums">
            {time ? `${dayText(locale, time.date, 'long')} ${time.startTime}` : t('noSeat')}
          </dd>
        </>
      ) : null}
    </dl>
  )
}
