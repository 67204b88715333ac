import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'

/** Days in columns under their heads; rows are `tr` of the caller. */
export async function WeekTable({
  caption,
  corner,
  heads,
  children,
}: {
  caption: string
  corner: string
  heads: ReactNode
  children: ReactNode
}) {
  const t = await getTranslations('hours.week')
  return (
    <section
      className="overflow-x-auto rounded-card border border-line bg-surface"
      aria-label={caption}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
    >
      <table className="w-full min-w-[56rem] text-left text-small">
        <caption className="px-3 pt-2 pb-1 text-left">
          <span className="font-semibold">{caption}</span>
          <span className="ml-3 text-ink-soft">
            <b className="text-ink">{t('booked')}</b> <span className="text-ok">{t('free')}</span>{' '}
            {t('total')}
          </span>
        </caption>
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="px-3 py-1.5 align-top font-normal whitespace-nowrap text-ink-soft">
              {corner}
            </th>
            {heads}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  )
}
