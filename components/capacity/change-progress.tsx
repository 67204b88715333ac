import { getTranslations } from 'next-intl/server'
import type { ChangeChoice, ChangedState } from '#lib/domain/capacity-change.ts'
import { StateCounts } from './state-counts.tsx'

/** How many couples of a change are in which state, and how many are dealt with. */
export async function ChangeProgress({
  choice,
  states,
}: {
  choice: ChangeChoice
  states: Readonly<Partial<Record<ChangedState, number>>>
}) {
  const t = await getTranslations('changes')
  return <StateCounts states={states} before={`${t(`choice.${choice}.title`)} · `} />
}
