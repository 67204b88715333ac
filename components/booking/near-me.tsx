'use client'

import { useState } from 'react'

/** Asks the phone where it is, only when pressed, and shows the offices nearest to it. */
export function NearMe({ text, failed, path }: { text: string; failed: string; path: string }) {
  const [hasFailed, setFailed] = useState(false)
  function find() {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) =>
        location.assign(`${path}?near=${coords.latitude.toFixed(3)},${coords.longitude.toFixed(3)}`),
      () => setFailed(true),
      { timeout: 8000, maximumAge: 60_000 },
    )
  }
  return (
    <div className="mb-4 hidden [@media(scripting:enabled)]:block">
      <button
        type="button"
        onClick={find}
        className="min-h-12 w-full cursor-pointer rounded-card border border-line-strong bg-surface px-4 font-semibold text-accent-deep"
      >
        {text}
      </button>
      <p role="status" className="mt-1 text-small text-warn">
        {hasFailed ? failed : ''}
      </p>
    </div>
  )
}
