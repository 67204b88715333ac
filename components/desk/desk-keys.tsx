'use client'

import { useEffect } from 'react'
import { catchScanner } from './catch-scanner.ts'

const TYPED_INTO = 'input:not([type=radio],[type=checkbox]), textarea, [contenteditable]'
/** What Enter and the arrows already mean something to. */
const OWN_KEYS = 'button, a, summary, input[type=radio]'

/**
 * One key for each act: presses whatever on the screen carries it in `data-key`, the innermost open part first. The
 * arrows go through the rows, `?` shows and hides the keys, Escape leaves a field and goes back to the list. What a hand
 * scanner types is no key: it goes into the scan field.
 */
export function DeskKeys() {
  useEffect(() => {
    const scanner = catchScanner(act)
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
      const { key, target } = event
      if (key.length > 1) scanner.release()
      if (key === 'Escape') return leave()
      if (key === 'Enter' && sendChoice(target)) return event.preventDefault()
      if (target instanceof Element && isOwn(target, key)) return
      if (key.length === 1 ? scanner.type(key) : act(key)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => {
      scanner.stop()
      document.removeEventListener('keydown', press)
    }
  }, [])
  return null
}

/** Whether a key belongs to what has the focus: everything where one types, letters never where one only presses. */
function isOwn(target: Element, key: string): boolean {
  if (target.matches(TYPED_INTO) || target.matches('select')) return true
  return key.length > 1 && target.matches(OWN_KEYS)
}

/** Enter in a list of choices sends them, as in any other field. */
function sendChoice(target: EventTarget | null): boolean {
  return target instanceof HTMLSelectElement && act('enter', target.form)
}

function act(key: string, within: ParentNode | null = document): boolean {
  if (key === '?') return toggleHints()
  if (key === 'ArrowDown' || key === 'ArrowUp') return goToRow(key === 'ArrowDown' ? 1 : -1)
  const marked = within?.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key.toLowerCase())}"]`) ?? []
  const target = Array.from(marked).findLast((one) => one.checkVisibility())
  if (!target) return false
  if (target.matches(TYPED_INTO)) target.focus()
  else target.click()
  // What was sent is answered; the next key is an act again.
  if (key.toLowerCase() === 'enter' && document.activeElement instanceof HTMLElement)
    document.activeElement.blur()
  // What was opened asks something: the answer is typed or chosen at once.
  const menu = target.matches('summary') ? target.closest('details[open]') : null
  menu?.querySelector<HTMLElement>('select, input:not([type=hidden])')?.focus()
  return true
}

function leave(): void {
  const { activeElement } = document
  const open = activeElement?.closest('details[open]') ?? document.querySelector('details[data-menu][open]')
  open?.removeAttribute('open')
  if (activeElement instanceof HTMLElement) activeElement.blur()
}

function toggleHints(): boolean {
  document.documentElement.toggleAttribute('data-keys')
  return true
}

function goToRow(step: number): boolean {
  const rows = Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-row]')).filter((row) =>
    row.checkVisibility(),
  )
  const at = rows.findIndex((row) => row.getAttribute('aria-current') === 'true')
  const next = rows[at < 0 ? (step > 0 ? 0 : rows.length - 1) : at + step]
  next?.click()
  next?.scrollIntoView({ block: 'nearest' })
  return next !== undefined
}
