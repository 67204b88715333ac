'use client'

/** Prints the page; where there is no script the browser's own menu does. */
export function PrintButton({ text }: { text: string }) {
  return (
    <button
      type="button"
      onClick={() => print()}
      className="no-print hidden min-h-12 w-full cursor-pointer rounded-card border border-line-strong bg-surface px-4 font-semibold text-accent-deep [@media(scripting:enabled)]:block"
    >
      {text}
    </button>
  )
}
