'use client'

import { useSearchParams } from 'next/navigation'
import { useEffect, useMemo, useSyncExternalStore } from 'react'

/** The couple at hand, as the page beside the list shows it. */
export interface Chosen {
  readonly id: string | undefined
  /** Of its number. */
  readonly version: number | undefined
}

let shown: Chosen | undefined
const listeners = new Set<() => void>()

function show(chosen: Chosen | undefined): void {
  shown = chosen
  for (const listener of listeners) listener()
}

function listen(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Tells the list who is at hand. */
export function ChosenMark({ id, version }: Chosen) {
  useEffect(() => show({ id, version }), [id, version])
  useEffect(() => () => show(undefined), [])
  return null
}

/** Who is at hand; until the page has said it, whom the address names, otherwise who stands at the window. */
export function useChosen(atWindow: string | undefined): Chosen {
  const at = useSearchParams().get('at')
  const first = useMemo(() => ({ id: at ?? atWindow, version: undefined }), [at, atWindow])
  return useSyncExternalStore(
    listen,
    () => shown ?? first,
    () => first,
  )
}
