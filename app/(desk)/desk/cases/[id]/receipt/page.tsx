import type { Metadata } from 'next'
import { forbidden, notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { PrintButton } from '#components/booking/print-button.tsx'
import { DeskWork } from '#components/desk/desk-work.tsx'
import { Receipt } from '#components/divorce/receipt.tsx'
import { pool } from '#lib/db/pool.ts'
import { nameCouple } from '#lib/desk/name-couple.ts'
import { safeDays } from '#lib/domain/cooling-off.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { receiptText } from '#lib/format/receipt-text.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { loadCase } from '../load-case.ts'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('cases.case'))('receipt') }
}

/** The receipt of an accepted application, to print and to sign: all dates, and what happens next. 民发〔2020〕116号. */
export default async function ReceiptPage({ params }: { params: Promise<{ readonly id: string }> }) {
  const { shown, staff, now } = await loadCase('accept-application', params)
  const { found, calendar } = shown
  const office = await getOffice(found.officeId)
  if (!office || found.status !== 'open') notFound()
  const { actor, office: post } = staff
  const named = await nameCouple(pool(), { actor, caseId: found.id, at: post.id, now })
  if (!named.ok) forbidden()
  const t = await getTranslations('cases')
  const locale = (await getLocale()) as Locale
  const { id, receiptNumber, acceptedOn, deadlines, provisional, printed } = found
  const safe = printed ? undefined : safeDays(calendar, acceptedOn)
  const facts = { office, receiptNumber, names: named.value, acceptedOn, deadlines, provisional, safe }
  return (
    <DeskWork
      title={t('case.receipt')}
      back={{ href: `/desk/cases/${id}`, text: t('case.heading', { number: receiptNumber }) }}
      actions={
        <div className="ml-auto w-40">
          <PrintButton text={t('case.print')} />
        </div>
      }
    >
      <div className="mx-auto max-w-[50rem]">
        <Receipt receipt={receiptText(facts, locale, 'original')} />
      </div>
    </DeskWork>
  )
}
