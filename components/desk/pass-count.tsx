import { getTranslations } from 'next-intl/server'
import { Tag } from '#components/ui/tag.tsx'

/** How many came today whose own day could not be held, of as many as the office expects on one day. */
export async function PassCount({
  passes: { came, limit },
}: {
  passes: { readonly came: number; readonly limit: number | null }
}) {
  const t = await getTranslations('changes.passes')
  const isFull = limit !== null && came >= limit
  return (
    <p className="flex flex-wrap items-center gap-2 text-small">
      {limit === null ? t('count', { came }) : t('countOf', { came, limit })}
      {isFull ? <Tag tone="warn">{t('full')}</Tag> : null}
    </p>
  )
}
