import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { speakingLocale } from '#app/(couple)/speaking-locale.ts'
import { CouplePage } from '#app/couple-page.tsx'
import { PrintButton } from '#components/booking/print-button.tsx'
import { CalendarLink } from '#components/divorce/calendar-link.tsx'
import { Receipt } from '#components/divorce/receipt.tsx'
import { pool } from '#lib/db/pool.ts'
import { findOwnCases } from '#lib/divorce/find-own-cases.ts'
import { maskNames } from '#lib/divorce/mask-names.ts'
import { identityOf } from '#lib/domain/actor.ts'
import { safeDays } from '#lib/domain/cooling-off.ts'
import { requireActor } from '#lib/edge/actor.ts'
import { receiptText } from '#lib/format/receipt-text.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadCalendar } from '#lib/office/load-calendar.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('case-receipt'))('page.title') }
}

/** A copy of the receipt for one of its two people, to look at and to print; the dates of an open case alone count. */
export default async function ReceiptPage() {
  const identity = identityOf(await requireActor('/progress/receipt'))
  const [found] = identity ? await findOwnCases(pool(), identity) : []
  const office = found && (await getOffice(found.officeId))
  if (found?.status !== 'open' || !office) redirect('/progress')
  const t = await getTranslations('case-receipt.page')
  const file = await getTranslations('case-calendar')
  const locale = await speakingLocale()
  const calendar = await loadCalendar(pool(), new Date())
  const { receiptNumber, acceptedOn, deadlines, provisional, printed } = found
  const safe = printed ? undefined : safeDays(calendar, acceptedOn)
  const names = maskNames(found)
  const facts = { office, receiptNumber, names, acceptedOn, deadlines, provisional, safe }
  return (
    <CouplePage mood="quiet" back={{ href: '/progress', text: t('back') }}>
      <Receipt receipt={receiptText(facts, locale, 'copy')} />
      <div className="no-print mt-6 grid gap-2">
        <PrintButton text={t('print')} />
        <CalendarLink href="/progress/calendar" text={file('add')} hint={file('hint')} />
      </div>
    </CouplePage>
  )
}
