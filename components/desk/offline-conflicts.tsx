import { Notice } from '#components/ui/notice.tsx'
import type { OfflineAnswer } from '#lib/domain/offline.ts'
import type { Say } from './offline-texts.ts'

export interface OfflineConflict {
  readonly answer: OfflineAnswer
  readonly appointmentId: string
  readonly startTime: string
  readonly names: readonly string[]
  /** What was put down here and when, in words. */
  readonly noted: string
}

/**
 * What was put down here and is otherwise now: nothing of it was changed, a person looks and decides. Or what was put
 * down and has to be completed at the screen.
 */
export function OfflineConflicts({
  kind,
  conflicts,
  say,
  onKeep,
}: {
  kind: 'conflict' | 'complete'
  conflicts: readonly OfflineConflict[]
  say: Say
  onKeep: (key: string) => void
}) {
  if (conflicts.length === 0) return null
  return (
    <Notice tone="warn" role="alert" title={say(`${kind}.title`, { count: conflicts.length })}>
      <p className="text-small">{say(`${kind}.lead`)}</p>
      <ul className="mt-2 grid gap-2">
        {conflicts.map(({ answer, appointmentId, startTime, names, noted }) => (
          <li key={answer.key} className="flex flex-wrap items-center gap-x-4 text-small tabular-nums">
            <span className="font-semibold">
              {startTime} {names.join(' · ')}
            </span>
            <span>{noted}</span>
            {kind === 'conflict' ? <span>{say(`reasons.${answer.reason ?? 'other'}`)}</span> : null}
            {answer.standing ? (
              <span>
                {say('conflict.standing', {
                  number: answer.standing.number,
                  state: say(
                    answer.standing.outcome
                      ? `ends.${answer.standing.outcome}`
                      : `states.${answer.standing.state}`,
                  ),
                })}
              </span>
            ) : null}
            <a className="prose-link inline-flex min-h-9 items-center" href={`/desk?at=${appointmentId}`}>
              {say(`${kind}.look`)}
            </a>
            <button
              type="button"
              className="min-h-9 cursor-pointer font-semibold text-accent-deep underline underline-offset-4"
              onClick={() => onKeep(answer.key)}
            >
              {say(`${kind}.keep`)}
            </button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
