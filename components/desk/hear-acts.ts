const NAME = 'yd-desk-acted'

/** Tells the page where an act led; undefined when nobody answered. */
export function tellActed(address: string | undefined): void {
  window.dispatchEvent(new CustomEvent(NAME, { detail: address }))
}

/** Hears it; returns how to stop. */
export function hearActs(hear: (address: string | undefined) => void): () => void {
  const listen = (event: Event) => hear((event as CustomEvent<string | undefined>).detail ?? undefined)
  window.addEventListener(NAME, listen)
  return () => window.removeEventListener(NAME, listen)
}
