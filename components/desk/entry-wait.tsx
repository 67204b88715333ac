import { getTranslations } from 'next-intl/server'
import type { WaitEstimate } from '#lib/domain/waiting-estimate.ts'

/** How long somebody who waits will still wait, from a good day to a bad one. */
export async function EntryWait({ wait }: { wait: WaitEstimate | undefined }) {
  const t = await getTranslations('counter.wait')
  return (
    <p className="text-small">
      <b>{t('title')}</b>{' '}
      {wait === undefined
        ? t('unknown')
        : wait.pessimisticMinutes === 0
          ? t('soon')
          : t('known', {
              from: wait.optimisticMinutes,
              to: wait.pessimisticMinutes,
              ahead: wait.ahead,
            })}
    </p>
  )
}
