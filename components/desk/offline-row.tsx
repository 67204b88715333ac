import { Tag } from '#components/ui/tag.tsx'
import type { OfflineEnd, OfflineEntry } from '#lib/domain/offline.ts'
import type { TicketState } from '#lib/domain/ticket.ts'
import { type ChosenEnd, OfflineEndForm } from './offline-end-form.tsx'
import type { Say } from './offline-texts.ts'

const BUTTON =
  'min-h-9 cursor-pointer rounded-small border border-line-strong bg-surface px-3 text-small font-semibold text-accent-deep hover:bg-accent-tint'

const OVER: ReadonlySet<TicketState> = new Set(['left', 'done', 'undone'])

/** A couple on the list of a workstation, with what can be put down of them here. */
export function OfflineRow({
  entry,
  noted,
  notedEnd,
  undoKey,
  say,
  onArrive,
  onEnd,
  onUndo,
}: {
  entry: OfflineEntry
  /** Who was put down here and waits to be sent. */
  noted: readonly number[]
  /** How their visit ended, put down here and not yet sent. */
  notedEnd: OfflineEnd | undefined
  /** The mark to take back, if one waits. */
  undoKey: string | undefined
  say: Say
  onArrive: (roles: readonly number[]) => void
  onEnd: (chosen: ChosenEnd) => void
  onUndo: (key: string) => void
}) {
  const { startTime, service, people, here, number, separate, state } = entry
  const isOpen = entry.isOpen && !notedEnd
  const missing = people.filter(({ role }) => !here.includes(role) && !noted.includes(role))
  const present = people.length - missing.length
  const roles = missing.map(({ role }) => role)
  const isHere = present > 0 && !(state && OVER.has(state))
  const isDone = missing.length === 0 && !undoKey
  const both = people.length === 1 ? 'alone' : 'both'
  return (
    <li className="grid min-h-11 grid-cols-[3.5rem_4rem_4rem_11rem_minmax(9rem,14rem)_1fr] items-center gap-x-3 border-b border-line px-4 py-1 text-small tabular-nums">
      <span className="font-semibold">{startTime}</span>
      <span>{number ?? '—'}</span>
      <span>{say(`services.${service}`)}</span>
      <span>{people.map(({ name }) => name).join(' · ')}</span>
      <span className="flex flex-wrap gap-1">
        {notedEnd ? <Tag tone="accent">{say(`ends.${notedEnd}`)}</Tag> : null}
        {noted.length > 0 || notedEnd ? <Tag tone="warn">{say('row.noted')}</Tag> : null}
        {present > 0 ? (
          <Tag tone={missing.length === 0 ? 'ok' : 'plain'}>
            {say('row.present', { present, expected: people.length })}
          </Tag>
        ) : null}
        {state && OVER.has(state) ? <Tag>{say(`states.${state}`)}</Tag> : null}
        {separate ? <Tag>{say('row.separate')}</Tag> : null}
        {!isOpen && !notedEnd && present === 0 ? <Tag>{say('row.closed')}</Tag> : null}
      </span>
      {isDone ? null : (
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
          {isOpen && present === 0 ? (
            <button type="button" className={BUTTON} onClick={() => onEnd({ end: 'not-come' })}>
              {say('ends.not-come')}
            </button>
          ) : null}
          {undoKey ? (
            <button type="button" className={BUTTON} onClick={() => onUndo(undoKey)}>
              {say('row.undo')}
            </button>
          ) : null}
        </span>
      )}
      {isHere && !notedEnd ? <OfflineEndForm entry={entry} say={say} isAlone={isDone} onEnd={onEnd} /> : null}
    </li>
  )
}
