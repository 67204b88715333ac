import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { pool } from '#lib/db/pool.ts'
import { findOwnNumber } from '#lib/desk/find-own-number.ts'

/** After the arrival: the way to follow one's number, which is on a page of its own that others may see. */
export async function OwnNumber({ appointmentId, now }: { appointmentId: string; now: Date }) {
  const token = await findOwnNumber(pool(), { appointmentId, now })
  if (!token) return null
  const t = await getTranslations('hall.link')
  return (
    <div className="mb-5">
      <Notice tone="ok" title={t('title')}>
        <p className="text-small">{t('text')}</p>
        <a
          className="prose-link inline-flex min-h-11 items-center font-semibold"
          href={`/number/${token}`}
          target="_blank"
          rel="noopener"
        >
          {t('open')}
        </a>
      </Notice>
    </div>
  )
}
