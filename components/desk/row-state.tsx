import { getTranslations } from 'next-intl/server'
import { Tag } from '#components/ui/tag.tsx'
import type { DayEntry } from '#lib/domain/desk-day.ts'

const MINUTE_MS = 60_000

/** Where a couple stands now, in a word or two. */
export async function RowState({ entry, now }: { entry: DayEntry; now: Date }) {
  const t = await getTranslations('desk.state')
  const { ticket, status, flags, lacks } = entry
  const lack = lacks[0]
  if (ticket && ticket.state !== 'waiting') {
    const minutes = Math.max(0, Math.floor((now.getTime() - ticket.sinceAt.getTime()) / MINUTE_MS))
    const text = t(ticket.state, { window: ticket.window ?? '', minutes })
    return <Tag tone={TONES[ticket.state]}>{text}</Tag>
  }
  if (lack) return <Tag tone={lack === 'person' ? 'plain' : 'warn'}>{t(`lack.${lack}`)}</Tag>
  if (ticket) {
    const minutes = Math.max(0, Math.floor((now.getTime() - ticket.readyAt.getTime()) / MINUTE_MS))
    return <Tag>{t('waiting', { minutes })}</Tag>
  }
  if (status === 'attended' || status === 'no-show') return <Tag>{t(`over.${status}`)}</Tag>
  if (flags.lateMinutes > 0) return <Tag tone="warn">{t('late', { minutes: flags.lateMinutes })}</Tag>
  const coming = entry.people.every((person) => person.coming === 'yes')
  const asked = entry.people.some((person) => person.coming !== 'unasked')
  return (
    <span className="text-small text-ink-soft">
      {coming ? t('coming') : asked ? t('silent') : t('expected')}
    </span>
  )
}

const TONES = {
  called: 'accent',
  serving: 'accent',
  parked: 'warn',
  missed: 'warn',
  left: 'plain',
  done: 'ok',
  undone: 'plain',
} as const
