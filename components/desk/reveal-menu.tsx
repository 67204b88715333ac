import { getTranslations } from 'next-intl/server'
import type { DayEntry } from '#lib/domain/desk-day.ts'
import { REVEAL_REASONS } from '#lib/domain/reveal-reason.ts'
import { type Revealed, RevealForm } from './reveal-form.tsx'
import { StepMenu } from './step-menu.tsx'

/** The way to see one of the couple, or the name of who walked in, whole, with the reason first. */
export async function RevealMenu({
  entry,
  action,
}: {
  entry: DayEntry
  action: (before: Revealed | undefined, form: FormData) => Promise<Revealed>
}) {
  const t = await getTranslations('counter.reveal')
  return (
    // Alone in its line: opened, it must not make columns of what stands around it.
    <div>
      <StepMenu hotkey="v" title={t('open')}>
        <RevealForm
          key={entry.id}
          id={entry.id}
          of={entry.code ? 'appointment' : 'ticket'}
          people={entry.people.map(({ role, name }) => ({ role, name }))}
          reasons={REVEAL_REASONS.map((reason) => [reason, t(`reasons.${reason}`)] as const)}
          texts={{
            who: t('who'),
            reason: t('reason'),
            note: t(entry.code ? 'note' : 'noteWalkIn'),
            submit: t('submit'),
            gone: t('gone'),
          }}
          action={action}
        />
      </StepMenu>
    </div>
  )
}
