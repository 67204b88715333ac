import { useState } from 'react'
import { classNames } from '#components/ui/class-names.ts'
import { endsOf, isLeftToComplete, type OfflineEnd, type OfflineEntry } from '#lib/domain/offline.ts'
import { needsReason, REJECTIONS, type Rejection } from '#lib/domain/outcome.ts'
import type { Say } from './offline-texts.ts'

/** What was chosen of how a visit ended. */
export interface ChosenEnd {
  readonly end: OfflineEnd
  readonly rejection?: Rejection
  readonly documents?: readonly string[]
}

const FIELD = 'mt-2 block min-h-9 w-full rounded-small border border-line-strong bg-surface px-2 font-normal'

/** How a visit ended, put down without a network: the same choices as at the window, a no with its reason. */
export function OfflineEndForm({
  entry,
  say,
  isAlone,
  onEnd,
}: {
  entry: Pick<OfflineEntry, 'service' | 'people'>
  say: Say
  /** Nothing else can be done in the line: closed, it stands in it. */
  isAlone: boolean
  onEnd: (chosen: ChosenEnd) => void
}) {
  const { service, people } = entry
  const ends = endsOf(service)
  const [first = 'left'] = ends
  const [value, setValue] = useState<string>(first)
  const [typed, setTyped] = useState('')
  const [end, rejection] = value.split(' ') as [OfflineEnd, Rejection | undefined]
  const isLater = isLeftToComplete(end)
  const hasDocuments = end !== 'left' && !needsReasonOf(end) && !isLater && service !== 'COUNSELLING'
  const names = people.map(({ name }) => name).join(' · ')
  const note = () => {
    const documents = hasDocuments ? typed.split(/[\s,，、;；]+/).filter(Boolean) : []
    onEnd({ end, ...(rejection ? { rejection } : {}), ...(documents.length > 0 ? { documents } : {}) })
  }
  return (
    <details
      className={classNames(
        'col-span-full',
        isAlone && '[&:not([open])]:col-start-6 [&:not([open])]:col-end-7',
      )}
    >
      <summary className="min-h-9 cursor-pointer py-2 text-right font-semibold text-accent-deep underline underline-offset-4">
        {say('end.open')}
        <span className="sr-only"> {names}</span>
      </summary>
      <div className="flex flex-wrap items-end justify-end gap-3 pb-2">
        <label className="grow-0 font-semibold">
          {say('end.how')}
          <select value={value} onChange={({ target }) => setValue(target.value)} className={FIELD}>
            {ends
              .filter((one) => !needsReasonOf(one))
              .map((one) => (
                <option key={one} value={one}>
                  {say(`ends.${one}`)}
                </option>
              ))}
            {ends.filter(needsReasonOf).map((one) => (
              <optgroup key={one} label={say(`ends.${one}`)}>
                {REJECTIONS.map((reason) => (
                  <option key={reason} value={`${one} ${reason}`}>
                    {say(`rejections.${reason}`)}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        </label>
        {hasDocuments ? (
          <label className="font-semibold">
            {say('end.documents')}
            <input
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              maxLength={120}
              autoComplete="off"
              className={FIELD}
            />
          </label>
        ) : null}
        <button
          type="button"
          onClick={note}
          className="min-h-9 cursor-pointer rounded-small bg-accent px-4 font-semibold text-on-accent"
        >
          {say('end.note')}
        </button>
        {isLater ? <p className="max-w-[36rem] text-warn">{say('end.later')}</p> : null}
      </div>
    </details>
  )
}

function needsReasonOf(end: OfflineEnd): boolean {
  return end !== 'left' && end !== 'not-come' && needsReason(end)
}
