/** Stands first in a form with several buttons: what Enter presses in a field is this one, not the first that is seen. */
export function EnterButton({ name, value }: { name: string; value: string }) {
  return (
    <button type="submit" name={name} value={value} className="sr-only" tabIndex={-1} aria-hidden="true">
      {value}
    </button>
  )
}
