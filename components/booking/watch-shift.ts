const PRESSES = 3
const NEXT_WITHIN_MS = 3000

/**
 * Counts presses of Shift alone: three, each within three seconds of the one before, call `leave`. Any other key, and
 * Shift held for a capital letter, begins anew. Shorter than elsewhere, because Chinese input methods switch with a
 * single Shift: somebody who writes must not be thrown out. Tells every change; returns the end of the watch.
 */
export function watchShift(tell: (presses: number) => void, leave: () => void): () => void {
  let presses = 0
  let isAlone = false
  let timer: ReturnType<typeof setTimeout> | undefined
  const count = (next: number) => {
    clearTimeout(timer)
    if (next !== presses) tell(next)
    presses = next
    if (next > 0) timer = setTimeout(() => count(0), NEXT_WITHIN_MS)
  }
  const down = ({ key, repeat, ctrlKey, altKey, metaKey }: KeyboardEvent) => {
    const isShift = key === 'Shift' && !ctrlKey && !altKey && !metaKey
    if (!isShift) count(0)
    isAlone = isShift && (!repeat || isAlone)
  }
  const up = ({ key }: KeyboardEvent) => {
    if (key !== 'Shift' || !isAlone) return
    isAlone = false
    if (presses + 1 < PRESSES) return count(presses + 1)
    count(0)
    leave()
  }
  document.addEventListener('keydown', down)
  document.addEventListener('keyup', up)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('keydown', down)
    document.removeEventListener('keyup', up)
  }
}
