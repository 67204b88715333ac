import { Tag } from '#components/ui/tag.tsx'
import type { OfflineEntry } from '#lib/domain/offline.ts'
import type { Say } from './offline-texts.ts'

const BUTTON =
  'min-h-9 cursor-pointer rounded-small border border-line-strong bg-surface px-3 text-small font-semibold text-accent-deep hover:bg-accent-tint'

/** A couple on the list of a workstation, with what can be put down of them here. */
export function OfflineRow({
  entry,
  noted,
  undoKey,
  say,
  onArrive,
  onUndo,
}: {
  entry: OfflineEntry
  /** Who was put down here and waits to be sent. */
  noted: readonly number[]
  /** The mark to take back, if one waits. */
  undoKey: string | undefined
  say: Say
  onArrive: (roles: readonly number[]) => void
  onUndo: (key: string) => void
}) {
  const { startTime, service, people, here, number, separate, isOpen } = entry
  const missing = people.filter(({ role }) => !here.includes(role) && !noted.includes(role))
  const present = people.length - missing.length
  const roles = missing.map(({ role }) => role)
  const both = people.length === 1 ? 'alone' : 'both'
  return (
    <li className="grid min-h-11 grid-cols-[3.5rem_4rem_4rem_11rem_minmax(9rem,14rem)_1fr] items-center gap-x-3 border-b border-line px-4 py-1 text-small tabular-nums">
      <span className="font-semibold">{startTime}</span>
      <span>{number ?? '—'}</span>
      <span>{say(`services.${service}`)}</span>
      <span>{people.map(({ name }) => name).join(' · ')}</span>
      <span className="flex flex-wrap gap-1">
        {noted.length > 0 ? <Tag tone="warn">{say('row.noted')}</Tag> : null}
        {present > 0 ? (
          <Tag tone={missing.length === 0 ? 'ok' : 'plain'}>
            {say('row.present', { present, expected: people.length })}
          </Tag>
        ) : null}
        {separate ? <Tag>{say('row.separate')}</Tag> : null}
        {!isOpen && present === 0 ? <Tag>{say('row.closed')}</Tag> : null}
      </span>
      <span className="flex flex-wrap justify-end gap-2">
        {isOpen && missing.length === people.length ? (
          <button type="button" className={BUTTON} onClick={() => onArrive(roles)}>
            {say(`row.${both}`)}
          </button>
        ) : null}
        {isOpen && people.length > 1
          ? missing.map(({ role, name }) => (
              <button key={role} type="button" className={BUTTON} onClick={() => onArrive([role])}>
                {say('row.one', { name })}
              </button>
            ))
          : null}
        {undoKey ? (
          <button type="button" className={BUTTON} onClick={() => onUndo(undoKey)}>
            {say('row.undo')}
          </button>
        ) : null}
      </span>
    </li>
  )
}
