'use client'

import { useEffect } from 'react'

const TYPED_INTO = 'input:not([type=radio],[type=checkbox]), textarea, select, [contenteditable]'

/**
 * One key for each act: presses whatever on the screen carries it in `data-key`, the innermost open part first. The
 * arrows go through the rows, `?` shows and hides the keys, Escape leaves a field and goes back to the list.
 */
export function DeskKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return
      if (event.key === 'Escape') return leave()
      if (event.target instanceof Element && event.target.matches(TYPED_INTO)) return
      if (act(event.key)) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}

function act(key: string): boolean {
  if (key === '?') return toggleHints()
  if (key === 'ArrowDown' || key === 'ArrowUp') return goToRow(key === 'ArrowDown' ? 1 : -1)
  const marked = document.querySelectorAll<HTMLElement>(`[data-key="${CSS.escape(key.toLowerCase())}"]`)
  const target = Array.from(marked).findLast((one) => one.checkVisibility())
  if (!target) return false
  if (target.matches(TYPED_INTO)) target.focus()
  else target.click()
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
