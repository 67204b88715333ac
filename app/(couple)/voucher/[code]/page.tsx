import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { PhoneLink } from '#components/office/phone-link.tsx'
import { ButtonLink } from '#components/ui/button.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { hasVoucher } from '#lib/domain/voucher.ts'
import { loadAppointment } from '#lib/edge/appointment.ts'
import { instantText } from '#lib/format/dates.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { speakingLocale } from '../../speaking-locale.ts'
import { PocketPage } from '../pocket-page.tsx'
import { PocketVoucher } from './pocket-voucher.tsx'

export async function generateMetadata(): Promise<Metadata> {
  const title = (await getTranslations('appointment'))('title')
  return { title, manifest: '/manifest.webmanifest' }
}

/**
 * The voucher alone, to be kept on the phone: code, drawing, day and place. The worker keeps this page as it is and
 * marks it as saved.
 */
export default async function VoucherPage({ params }: { params: Promise<{ code: string }> }) {
  const { code } = await params
  const appointment = await loadAppointment(code)
  if (!appointment) redirect(`/appointment?code=${encodeURIComponent(code)}`)
  const t = await getTranslations('voucher.page')
  const locale = await speakingLocale()
  const now = new Date()
  const office = await getOffice(appointment.officeId)
  const isGood = hasVoucher(appointment, now)
  return (
    <PocketPage>
      <h1>{t(isGood ? 'title' : 'gone')}</h1>
      {isGood && office ? (
        <PocketVoucher appointment={appointment} office={office} locale={locale} />
      ) : (
        <p>{t('goneText')}</p>
      )}
      <div className="no-print mt-5 grid gap-3">
        {isGood && appointment.keptTime ? (
          <Notice tone="warn" title={t('moveWaits')}>
            <p className="text-small">{t('moveWaitsText')}</p>
          </Notice>
        ) : null}
        <Notice tone="warn" title={t('asOf', { at: instantText(locale, now) })}>
          <p className="hidden text-small [[data-saved]_&]:block">{t('saved')}</p>
          <p className="text-small [[data-saved]_&]:hidden">{t('notSaved')}</p>
        </Notice>
        <ButtonLink href={`/appointment/${appointment.code}`}>{t('check')}</ButtonLink>
        <form action="/voucher/removed" className="hidden [[data-saved]_&]:block">
          <button
            type="submit"
            className="min-h-12 w-full cursor-pointer rounded-card border border-line-strong bg-surface px-4 font-semibold text-accent-deep"
          >
            {t('remove')}
          </button>
        </form>
        <p className="hidden text-small text-ink-soft [[data-saved]_&]:block">{t('homeScreen')}</p>
        {office?.phone ? (
          <p className="text-small text-ink-soft">
            {t('phone')} <PhoneLink phone={office.phone} />
          </p>
        ) : null}
      </div>
    </PocketPage>
  )
}
