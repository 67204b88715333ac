import { getTranslations } from 'next-intl/server'
import type { DayTicket } from '#lib/domain/desk-day.ts'
import { KeyHint } from './key-hint.tsx'
import { STEP_LOOK } from './step-button.tsx'

/** After a visit: the way to the drawing with which they rate it. */
export async function RateWay({ ticket }: { ticket: DayTicket }) {
  if (ticket.state !== 'done') return null
  const t = await getTranslations('rating.offer')
  return (
    <a
      href={`/desk/tickets/${ticket.id}/rate`}
      data-key="e"
      className={`${STEP_LOOK} border-line-strong bg-surface text-accent-deep no-underline`}
    >
      {t('open')}
      <KeyHint of="e" />
    </a>
  )
}
