/** A button that changes the form itself: takes a row out, adds one. */
export function FormStep({ value, children }: { value: string; children: string }) {
  return (
    <button
      type="submit"
      name="do"
      value={value}
      className="inline-flex min-h-9 cursor-pointer items-center justify-center rounded-card border border-line-strong bg-surface px-3 text-small font-semibold whitespace-nowrap text-accent-deep"
    >
      {children}
    </button>
  )
}
