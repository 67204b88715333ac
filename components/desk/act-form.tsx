'use client'

import { type ComponentProps, type SyntheticEvent, useTransition } from 'react'
import { tellActed } from './hear-acts.ts'

/** An act of the page of today: answers with the address of what there is to see now. */
export type Act = (form: FormData) => Promise<string>

/**
 * A form whose answer is an address and no page: only the couple at hand is asked for again, the list follows by its own
 * stream. Without a script it is an ordinary form, whose answer is the page.
 */
export function ActForm({
  action,
  isEmptied = false,
  children,
  ...rest
}: {
  action: Act
  /** What was typed is done with once it is answered. */
  isEmptied?: boolean
} & Omit<ComponentProps<'form'>, 'action' | 'onSubmit'>) {
  const [, act] = useTransition()
  const send = (event: SyntheticEvent<HTMLFormElement, SubmitEvent>) => {
    event.preventDefault()
    const form = event.currentTarget
    const fields = new FormData(form, event.nativeEvent.submitter)
    act(async () => {
      const address = await action(fields).catch((fault: unknown) => {
        // What `fetch` throws when nobody answers: what was typed stays where it is.
        if (fault instanceof TypeError) return undefined
        throw fault
      })
      tellActed(address)
      if (address !== undefined && isEmptied) form.reset()
    })
  }
  return (
    <form {...rest} action={action as unknown as (form: FormData) => Promise<void>} onSubmit={send}>
      {children}
    </form>
  )
}
