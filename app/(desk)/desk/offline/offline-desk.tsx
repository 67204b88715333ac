'use client'

import { OfflineConflicts } from '#components/desk/offline-conflicts.tsx'
import type { Say } from '#components/desk/offline-texts.ts'
import { Notice } from '#components/ui/notice.tsx'
import type { Locale } from '#lib/domain/localized-text.ts'
import { isEndMark, type OfflineAnswer } from '#lib/domain/offline.ts'
import { clockText } from '#lib/format/dates.ts'
import { OfflineList } from './offline-list.tsx'
import { useOfflineDay } from './use-offline-day.ts'

/** The desk on this workstation alone: who is expected, who has come, and what waits to be sent. */
export function OfflineDesk({
  locale,
  texts,
}: {
  locale: Locale
  /** `offline.json`, flat. */
  texts: Readonly<Record<string, string>>
}) {
  const { kept, line, cutAt, sent, note, noteEnd, drop } = useOfflineDay()
  const say: Say = (key, values = {}) =>
    (texts[key] ?? texts['reasons.other'] ?? '').replace(/\{(\w+)\}/g, (_, name) =>
      String(values[name] ?? ''),
    )
  const clock = (at: string | number) => clockText(locale, new Date(at))
  const marks = kept?.state === 'open' ? kept.marks : []
  const waiting = marks.filter(({ answer }) => !answer)
  const count = waiting.length
  const answered = (result: OfflineAnswer['result']) =>
    marks.flatMap(({ mark, answer, startTime, names }) => {
      if (answer?.result !== result) return []
      const time = clock(mark.at)
      const noted = isEndMark(mark)
        ? say('conflict.notedEnd', { time, end: say(`ends.${mark.end}`) })
        : say('conflict.noted', { time })
      return [{ answer, appointmentId: mark.appointmentId, startTime, names, noted }]
    })
  if (!kept) return null
  return (
    <div className="grid gap-3 px-4 py-3">
      {line === 'cut' && cutAt ? (
        <Notice tone="warn" role="alert" title={say('line.cut', { time: clock(cutAt) })}>
          {kept.state === 'locked' ? null : (
            <p className="text-small">
              {kept.state === 'open'
                ? say('line.old', { time: clock(kept.day.madeAt), count })
                : say('line.nothing')}
            </p>
          )}
        </Notice>
      ) : null}
      {line === 'live' && kept.state === 'open' ? (
        <p role="status" className="text-small text-ink-soft">
          {say(count > 0 ? 'line.sending' : 'line.live', { time: clock(kept.day.madeAt), count })}
          {sent > 0 ? ` ${say('line.sent', { count: sent })}` : ''}
        </p>
      ) : null}
      {line === 'out' ? <Notice tone="warn" role="alert" title={say('out')} /> : null}
      {kept.state === 'locked' ? (
        <Notice role="alert" title={say('locked.title')}>
          <p>{say('locked.lead')}</p>
          {kept.waiting > 0 ? <p>{say('locked.waiting', { count: kept.waiting })}</p> : null}
        </Notice>
      ) : null}
      {kept.state === 'open' ? (
        <>
          <OfflineConflicts kind="conflict" say={say} onKeep={drop} conflicts={answered('conflict')} />
          <OfflineConflicts kind="complete" say={say} onKeep={drop} conflicts={answered('to-complete')} />
          <OfflineList
            day={kept.day}
            waiting={waiting}
            say={say}
            onArrive={note}
            onEnd={noteEnd}
            onUndo={drop}
          />
        </>
      ) : null}
    </div>
  )
}
