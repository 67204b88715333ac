import { getTranslations } from 'next-intl/server'
import { Tag } from '#components/ui/tag.tsx'
import type { DayEntry } from '#lib/domain/desk-day.ts'

/** Who they are, masked, and who of them is here. */
export async function EntryPeople({
  people,
  documents,
}: {
  people: DayEntry['people']
  documents: readonly { readonly role: number; readonly documentNumber: string }[]
}) {
  const t = await getTranslations('desk.panel')
  return (
    <ul className="grid gap-1">
      {people.map(({ role, name, here }) => (
        <li key={role} className="flex flex-wrap items-center gap-x-2">
          <b>{name || '—'}</b>
          <span className="text-small text-ink-soft tabular-nums">
            {documents.find((one) => one.role === role)?.documentNumber}
          </span>
          <Tag tone={here ? 'ok' : 'plain'}>{t(here ? 'here' : 'notHere')}</Tag>
        </li>
      ))}
    </ul>
  )
}
