'use client'

import { useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { judgeLeaving } from '#lib/domain/offline.ts'
import { countUnsent, forgetDay } from './offline/kept-day.ts'

async function isReached(): Promise<boolean> {
  const answer = await fetch('/desk/sign-in/stay', { cache: 'no-store' }).catch(() => undefined)
  return answer?.ok ?? false
}

export interface SignOutTexts {
  readonly signOut: string
  /** With `{count}`. */
  readonly title: string
  readonly lead: string
  readonly stay: string
  readonly submit: string
}

/**
 * Ends the shift of this workstation. What was put down without a network and has not been sent stays on it, sealed; it
 * says how much that is, and asks once. Without a network it locks instead.
 */
export function SignOut({
  texts,
  ask = isReached,
  lock,
  kind = 'bar',
}: {
  texts: SignOutTexts
  /** Whether the server answers. */
  ask?: () => Promise<boolean>
  /** Absent where it is locked already. */
  lock?: () => Promise<void>
  kind?: 'bar' | 'page'
}) {
  const form = useRef<HTMLFormElement>(null)
  const keep = useRef<HTMLInputElement>(null)
  const sheet = useRef<HTMLDialogElement>(null)
  const isSure = useRef(false)
  const [count, setCount] = useState(0)
  const leave = async (wasAsked: boolean) => {
    const unsent = await countUnsent()
    setCount(unsent)
    const next = judgeLeaving({ unsent, isReached: await ask(), wasAsked })
    if (next === 'ask') return sheet.current?.showModal()
    sheet.current?.close()
    if (next === 'lock') return lock?.()
    // Everything else goes with the sign-out; while marks stay, the list and its key go by our own hand.
    if (unsent > 0) await forgetDay()
    if (keep.current) keep.current.value = unsent > 0 ? 'marks' : ''
    isSure.current = true
    form.current?.requestSubmit()
  }
  return (
    <>
      <form
        ref={form}
        method="post"
        action="/desk/sign-in/out"
        data-unguarded=""
        onSubmit={(event) => {
          if (isSure.current) return
          event.preventDefault()
          void leave(false)
        }}
      >
        <input ref={keep} type="hidden" name="keep" defaultValue="" />
        {kind === 'page' ? (
          <Button type="submit" kind="quiet">
            {texts.signOut}
          </Button>
        ) : (
          <button type="submit" className="min-h-11 cursor-pointer text-ink-soft">
            {texts.signOut}
          </button>
        )}
      </form>
      <dialog
        ref={sheet}
        aria-labelledby="unsent-title"
        className="m-auto w-[440px] max-w-[92vw] rounded-card border border-line bg-surface px-6 py-6 text-body text-ink backdrop:bg-paper"
      >
        <h2 id="unsent-title">{texts.title.replace('{count}', String(count))}</h2>
        <p className="mb-4">{texts.lead}</p>
        <div className="flex flex-wrap gap-3">
          <Button type="button" wide={false} onClick={() => sheet.current?.close()}>
            {texts.stay}
          </Button>
          <Button type="button" kind="second" wide={false} onClick={() => void leave(true)}>
            {texts.submit}
          </Button>
        </div>
      </dialog>
    </>
  )
}
