import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import { isRefusalReason } from '#lib/domain/refusal.ts'

/** Why a booking was refused, from the address it led back to: what happened, then the one fact behind it. */
export async function RefusedNotice({ search }: { search: Readonly<Record<string, string | undefined>> }) {
  const { refused, detail, earliest } = search
  if (!refused) return null
  const t = await getTranslations('refusals')
  const telling = detail ?? refused
  const title = isRefusalReason(refused) ? t(`${refused}.title`) : t('not-allowed.title')
  return (
    <Notice tone="stop" role="alert" title={title}>
      {t.has(`field.${telling}`) ? <p>{t(`field.${telling}`, { earliestOn: earliest || 'none' })}</p> : null}
    </Notice>
  )
}
