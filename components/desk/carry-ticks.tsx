'use client'

import { useEffect } from 'react'

/**
 * Papers that were ticked and not saved go along with whatever is done next to the same number: nobody loses marks
 * because the key for the end came before the key that saves.
 */
export function CarryTicks({ form: id, ticket }: { form: string; ticket: string }) {
  useEffect(() => {
    const carry = ({ target, formData }: FormDataEvent) => {
      const papers = document.getElementById(id)
      if (!(papers instanceof HTMLFormElement) || target === papers) return
      if (formData.get('ticket') !== ticket || !formData.has('event')) return
      const boxes = Array.from(papers.querySelectorAll<HTMLInputElement>('input[name=seen]'))
      if (boxes.every(({ checked, defaultChecked }) => checked === defaultChecked)) return
      formData.set('ticked', 'yes')
      for (const { checked, value } of boxes) if (checked) formData.append('seen', value)
    }
    document.addEventListener('formdata', carry)
    return () => document.removeEventListener('formdata', carry)
  }, [id, ticket])
  return null
}
