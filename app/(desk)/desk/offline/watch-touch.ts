import { noteTouch } from './kept-day.ts'

const NOTED_EVERY_MS = 10_000

/** Notes that somebody is at work whenever a key or the pointer is pressed; gives back how to stop. */
export function watchTouch(): () => void {
  let notedAt = 0
  const note = () => {
    if (Date.now() - notedAt < NOTED_EVERY_MS) return
    notedAt = Date.now()
    void noteTouch().catch(() => undefined)
  }
  for (const kind of ['keydown', 'pointerdown'] as const) document.addEventListener(kind, note)
  return () => {
    for (const kind of ['keydown', 'pointerdown'] as const) document.removeEventListener(kind, note)
  }
}
