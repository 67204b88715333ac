'use client'

import { useEffect, useState } from 'react'

interface FaultTexts {
  readonly title: string
  readonly text: string
  readonly retry: string
  readonly trace: string
}

/**
 * A page that failed: what became of what was typed, what to do, and the number to quote. The words come from the
 * body's `data-fault`, so that no dictionary has to travel to every phone for the rare case.
 */
export default function FaultPage({
  error,
  reset,
}: {
  error: Error & { digest?: string }
  reset: () => void
}) {
  const [texts, setTexts] = useState<FaultTexts>()
  useEffect(() => setTexts(JSON.parse(document.body.dataset.fault ?? '{}') as FaultTexts), [])
  if (!texts) return null
  return (
    <main className="mx-auto max-w-[640px] px-5 py-10">
      <h1>{texts.title}</h1>
      <p className="mb-5">{texts.text}</p>
      <button
        type="button"
        onClick={reset}
        className="min-h-12 w-full cursor-pointer rounded-card bg-accent px-5 font-semibold text-on-accent"
      >
        {texts.retry}
      </button>
      <p className="mt-5 text-small text-ink-soft">{texts.trace.replace('{trace}', error.digest ?? '-')}</p>
    </main>
  )
}
