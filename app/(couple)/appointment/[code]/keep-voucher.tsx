import { getTranslations } from 'next-intl/server'
import { SaveVoucher } from '#components/booking/save-voucher.tsx'

/** What to do with the voucher beside showing it: keep it on the phone, with a word of warning, and check it. */
export async function KeepVoucher({ code, mood }: { code: string; mood: 'warm' | 'quiet' }) {
  const t = await getTranslations('voucher.save')
  return (
    <>
      <SaveVoucher
        title={t('title')}
        lead={t('lead')}
        warning={t(mood === 'quiet' ? 'warningQuiet' : 'warning')}
        button={t('button')}
        failed={t('failed')}
        path={`/voucher/${code}`}
      />
      <p className="no-print mb-5 text-small">
        <a className="prose-link inline-flex min-h-11 items-center" href="/genuine">
          {t('genuine')}
        </a>
      </p>
    </>
  )
}
