'use client'

import { useState } from 'react'
import type { ChosenEnd } from '#components/desk/offline-end-form.tsx'
import { OfflineRow } from '#components/desk/offline-row.tsx'
import type { Say } from '#components/desk/offline-texts.ts'
import { isEndMark, type OfflineDay, type OfflineEntry } from '#lib/domain/offline.ts'
import type { NotedMark } from './kept-day.ts'
import { entriesLike, entryOfCode } from './match-entry.ts'

/** The list with its one field: typing filters, a code or a scan leaves only its couple. */
export function OfflineList({
  day,
  waiting,
  say,
  onArrive,
  onEnd,
  onUndo,
}: {
  day: OfflineDay
  waiting: readonly NotedMark[]
  say: Say
  onArrive: (entry: OfflineEntry, roles: readonly number[]) => void
  onEnd: (entry: OfflineEntry, chosen: ChosenEnd) => void
  onUndo: (key: string) => void
}) {
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<string>()
  const seek = async (text: string) => {
    setTyped(text)
    const entry = await entryOfCode(day, text)
    setFound(entry === 'none' ? 'none' : entry?.id)
  }
  const shown = found ? day.entries.filter(({ id }) => id === found) : entriesLike(day, typed)
  return (
    <section aria-label={say('list')} className="grid gap-2">
      <label className="max-w-[480px] text-small font-semibold">
        {say('filter')}
        <input
          value={typed}
          onChange={({ target }) => void seek(target.value)}
          // A hand scanner presses Enter by itself; the next scan takes the place of this one.
          onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.select()}
          autoComplete="off"
          spellCheck={false}
          className="block min-h-10 w-full rounded-card border-2 border-accent bg-surface px-3 text-body font-normal"
        />
      </label>
      <p role="status" className="text-small text-warn">
        {shown.length > 0 ? '' : say(day.entries.length === 0 ? 'empty' : found ? 'notListed' : 'none')}
      </p>
      <ul className="border-t border-line bg-surface">
        {shown.map((entry) => {
          const own = waiting.filter(({ mark }) => mark.appointmentId === entry.id)
          return (
            <OfflineRow
              key={entry.id}
              entry={entry}
              noted={own.flatMap(({ mark }) => (isEndMark(mark) ? [] : mark.roles))}
              notedEnd={own.map(({ mark }) => mark).find(isEndMark)?.end}
              undoKey={own.at(-1)?.mark.key}
              say={say}
              onArrive={(roles) => onArrive(entry, roles)}
              onEnd={(chosen) => onEnd(entry, chosen)}
              onUndo={onUndo}
            />
          )
        })}
      </ul>
    </section>
  )
}
