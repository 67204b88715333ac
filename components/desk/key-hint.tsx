/** The key of an act; shown after `?` was pressed. */
export function KeyHint({ of }: { of: string }) {
  return (
    <span
      aria-hidden="true"
      className="key-hint ml-1.5 rounded-small border border-current px-1.5 font-sans text-small leading-5 font-semibold uppercase opacity-80"
    >
      {of}
    </span>
  )
}
