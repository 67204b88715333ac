/** No hand types two characters this fast; every hand scanner does. */
const APART_MS = 35

/**
 * Tells a key that somebody pressed from the burst of a hand scanner: one alone is an act, from the second on
 * everything goes into the scan field, which has the focus from then. Without a scan field all are acts.
 */
export function catchScanner(act: (key: string) => boolean): {
  /** Whether the key was taken. */
  readonly type: (key: string) => boolean
  /** Lets a key act that still waits for a second one. */
  readonly release: () => void
  readonly stop: () => void
} {
  let held = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const release = () => {
    clearTimeout(timer)
    const key = held
    held = ''
    if (key) act(key)
  }
  return {
    type: (key) => {
      const field = document.querySelector<HTMLInputElement>('input[data-scan]')
      // No code begins with the key of the field itself, which is typed into at once.
      if (!field || (key === '/' && !held)) return act(key)
      clearTimeout(timer)
      if (held) {
        field.value = held + key
        held = ''
        field.focus()
        field.dispatchEvent(new Event('input', { bubbles: true }))
        return true
      }
      held = key
      timer = setTimeout(release, APART_MS)
      return true
    },
    release,
    stop: () => clearTimeout(timer),
  }
}
