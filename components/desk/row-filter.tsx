'use client'

import { useEffect, useRef } from 'react'

/**
 * Typing hides every row that does not have the typed letters; Enter sends them as a scan. A hand scanner types and
 * presses Enter by itself.
 */
export function RowFilter({ children }: { children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // Not the first one: a form that came without a script begins with a hidden field.
    const input = box.current?.querySelector<HTMLInputElement>('input[data-scan]')
    if (!input) return
    const filter = () => {
      const wanted = input.value.trim().toLowerCase().replaceAll('-', '')
      for (const row of document.querySelectorAll<HTMLElement>('[data-row]'))
        row.hidden = wanted !== '' && !(row.dataset.row ?? '').includes(wanted)
    }
    // What follows a scan are keys again: the next letter is an act, not a search.
    const leave = () => input.blur()
    // The field is empty a moment after it is told so.
    const showAll = () => setTimeout(filter)
    input.addEventListener('input', filter)
    input.form?.addEventListener('submit', leave)
    input.form?.addEventListener('reset', showAll)
    return () => {
      input.removeEventListener('input', filter)
      input.form?.removeEventListener('submit', leave)
      input.form?.removeEventListener('reset', showAll)
    }
  }, [])
  return <div ref={box}>{children}</div>
}
