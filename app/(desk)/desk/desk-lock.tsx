'use client'

import { type RefObject, useEffect, useRef, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { countUnsent } from './offline/kept-day.ts'
import { SignOut, type SignOutTexts } from './sign-out.tsx'
import { useLock } from './watch-lock.ts'

export interface LockTexts {
  readonly lock: string
  readonly title: string
  readonly lead: string
  readonly field: string
  readonly submit: string
  readonly wrong: string
  readonly tooOften: string
  readonly error: string
  readonly demo: string
  readonly signIn: string
  /** The lock stands here, and nobody answers. */
  readonly cut: string
  /** With `{count}`. */
  readonly unsent: string
}

interface Held {
  readonly form: HTMLFormElement
  readonly submitter: HTMLElement | null
  isOnItsWay: boolean
}

function sendHeld(held: RefObject<Held | undefined>): void {
  const { current } = held
  if (!current?.form.isConnected) return
  current.isOnItsWay = true
  current.form.requestSubmit(current.submitter)
  held.current = undefined
}

/**
 * The lock of a page that is open: a sheet over it asks for the code and hides what is below; the page itself, with all
 * that was typed, stays. A form sent into the lock is held and goes on its way after the code.
 */
export function DeskLock({
  seconds,
  texts,
  leaving,
}: {
  seconds: number
  texts: LockTexts
  leaving: SignOutTexts
}) {
  const { answer, isCut, ask, lock, unlock, isOpen } = useLock(seconds)
  const [unsent, setUnsent] = useState(0)
  const sheet = useRef<HTMLDialogElement>(null)
  const held = useRef<Held | undefined>(undefined)
  const isLocked = answer.state !== 'open'

  useEffect(() => {
    if (answer.state !== 'open') {
      void countUnsent().then(setUnsent)
      if (!sheet.current?.open) sheet.current?.showModal()
      return
    }
    sheet.current?.close()
    sendHeld(held)
  }, [answer])

  useEffect(() => {
    const hold = (event: SubmitEvent) => {
      const form = event.target
      if (!(form instanceof HTMLFormElement) || 'unguarded' in form.dataset) return
      if (isOpen() || held.current?.isOnItsWay) return
      event.preventDefault()
      event.stopImmediatePropagation()
      held.current = { form, submitter: event.submitter, isOnItsWay: false }
      // Without an answer the server is out of reach: then the form fails as it would have without a lock.
      void ask().then((isKnown) => isKnown || sendHeld(held))
    }
    addEventListener('submit', hold, true)
    return () => removeEventListener('submit', hold, true)
  }, [ask, isOpen])

  const wrong = answer.wrong ? (answer.wrong === 'rate-limited' ? texts.tooOften : texts.wrong) : undefined
  return (
    <>
      <form
        method="post"
        action="/desk/sign-in/unlock"
        data-unguarded=""
        onSubmit={(event) => {
          event.preventDefault()
          void lock()
        }}
      >
        <button type="submit" className="min-h-11 cursor-pointer px-2 text-ink-soft">
          {texts.lock}
        </button>
      </form>
      <SignOut texts={leaving} ask={ask} lock={lock} />
      <dialog
        ref={sheet}
        aria-labelledby="lock-title"
        onCancel={(event) => event.preventDefault()}
        // Browsers close it on the second Escape all the same.
        onClose={() => isLocked && sheet.current?.showModal()}
        className="m-auto w-[400px] max-w-[92vw] rounded-card border border-line bg-surface px-6 py-6 text-body text-ink backdrop:bg-paper"
      >
        <h2 id="lock-title">{texts.title}</h2>
        {answer.state === 'out' ? (
          <a className="prose-link inline-flex min-h-11 items-center" href="/desk">
            {texts.signIn}
          </a>
        ) : (
          <form
            data-unguarded=""
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              void unlock(String(new FormData(event.currentTarget).get('lock-code') ?? ''))
            }}
          >
            <p className="mb-4 text-small text-ink-soft">{texts.lead}</p>
            {isCut ? (
              <p role="status" className="mb-4 text-small font-semibold text-warn">
                {texts.cut}
              </p>
            ) : null}
            {unsent > 0 ? (
              <p className="mb-4 text-small font-semibold">
                {texts.unsent.replace('{count}', String(unsent))}
              </p>
            ) : null}
            <TextField
              key={answer.demoCode}
              name="lock-code"
              label={texts.field}
              error={wrong}
              errorPrefix={texts.error}
              hint={answer.demoCode ? texts.demo : undefined}
              defaultValue={answer.demoCode}
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={12}
              className="font-mono text-lead tracking-widest"
            />
            <Button type="submit">{texts.submit}</Button>
          </form>
        )}
      </dialog>
    </>
  )
}
