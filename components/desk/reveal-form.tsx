'use client'

import { useActionState, useEffect, useState } from 'react'
import { FIELD_LOOK, STEP_LOOK } from './step-button.tsx'

const SHOWN_MS = 60_000

/** One line of what was shown: what it is, and it. */
type RevealedLine = readonly [label: string, value: string]

export interface Revealed {
  readonly lines: readonly RevealedLine[]
  /** Why nothing is shown. */
  readonly refused?: string
}

/**
 * Shows a person whole, once: what was shown stands nowhere but on this screen, goes with a reload and by itself after
 * a minute.
 */
export function RevealForm({
  id,
  of,
  people,
  reasons,
  texts,
  action,
}: {
  /** Of the appointment, or of the ticket of people who walked in. */
  id: string
  of: 'appointment' | 'ticket'
  people: readonly { readonly role: number; readonly name: string }[]
  reasons: readonly (readonly [value: string, text: string])[]
  texts: Readonly<Record<'who' | 'reason' | 'note' | 'submit' | 'gone', string>>
  action: (before: Revealed | undefined, form: FormData) => Promise<Revealed>
}) {
  const [revealed, reveal, isAsking] = useActionState(action, undefined)
  const [over, setOver] = useState<Revealed>()
  useEffect(() => {
    if (!revealed) return
    const timer = setTimeout(() => setOver(revealed), SHOWN_MS)
    return () => clearTimeout(timer)
  }, [revealed])
  const isShown = revealed && over !== revealed && !isAsking
  return (
    <form action={reveal} className="grid gap-2">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="of" value={of} />
      <label className="text-small">
        {texts.who}
        <select name="role" className={FIELD_LOOK}>
          {people.map(({ role, name }) => (
            <option key={role} value={role}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label className="text-small">
        {texts.reason}
        <select name="reason" className={FIELD_LOOK}>
          {reasons.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <p className="text-small text-ink-soft">{texts.note}</p>
      <button
        type="submit"
        data-key="enter"
        className={`${STEP_LOOK} border-line-strong bg-surface text-accent-deep`}
      >
        {texts.submit}
      </button>
      <div role="status">
        {isShown && revealed.refused ? <p className="text-small text-warn">{revealed.refused}</p> : null}
        {isShown && revealed.lines.length > 0 ? (
          <>
            <dl className="grid gap-1 rounded-small bg-surface p-2 text-small">
              {revealed.lines.map(([label, value]) => (
                <div key={label} className="flex gap-2">
                  <dt className="text-ink-soft">{label}</dt>
                  <dd className="font-semibold break-all tabular-nums">{value}</dd>
                </div>
              ))}
            </dl>
            <p className="mt-1 text-small text-ink-soft">{texts.gone}</p>
          </>
        ) : null}
      </div>
    </form>
  )
}
