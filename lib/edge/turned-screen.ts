import { redirect } from 'next/navigation'
import { loadStaff } from './staff-actor.ts'
import { readTyped, type Typist } from './typed-form.ts'

/**
 * The form on a screen that a clerk has turned to the couple: turning it has locked the shift, so nothing else of the
 * desk opens without the clerk’s code, and whoever holds the screen reaches this one form. Everybody else is led to the
 * desk, which asks for what it always asks for.
 */
export async function requireTurned<Form>(
  purpose: 'counter' | 'walk-in',
): Promise<{ readonly typist: Typist; readonly form: Form }> {
  const staff = await loadStaff()
  if (staff?.state !== 'locked') redirect('/desk')
  const typist = { actor: { id: staff.staffId } }
  const form = await readTyped<Form>(purpose, typist)
  return form ? { typist, form } : redirect('/desk')
}
