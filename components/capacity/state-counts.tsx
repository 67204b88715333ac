import { getTranslations } from 'next-intl/server'
import type { ChangedState } from '#lib/domain/capacity-change.ts'

const ORDER: readonly ChangedState[] = [
  'waiting',
  'offered',
  'moved',
  'chose-other',
  'stands',
  'kept',
  'cancelled',
  'unmovable',
]

/** How many couples are dealt with, and how many are in which state. `before` the count: what was chosen for them. */
export async function StateCounts({
  states,
  before = '',
}: {
  states: Readonly<Partial<Record<ChangedState, number>>>
  before?: string
}) {
  const t = await getTranslations('changes')
  const all = Object.values(states).reduce((sum, count) => sum + count, 0)
  const dealt = all - (states.waiting ?? 0)
  return (
    <section aria-live="polite">
      <p className="font-semibold">
        {before}
        {t('progress.dealt', { dealt, all })}
      </p>
      <progress
        className="my-2 block h-2 w-full max-w-xl appearance-none overflow-hidden rounded-card bg-sunken [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunken [&::-webkit-progress-value]:bg-accent"
        max={all}
        value={dealt}
      >
        {t('progress.dealt', { dealt, all })}
      </progress>
      <dl className="flex flex-wrap gap-x-6 gap-y-1">
        {ORDER.filter((state) => states[state]).map((state) => (
          <div key={state} className="flex items-baseline gap-1.5">
            <dd className="text-lead font-bold tabular-nums">{states[state]}</dd>
            <dt className="text-small text-ink-soft">{t(`state.${state}`)}</dt>
          </div>
        ))}
      </dl>
    </section>
  )
}
