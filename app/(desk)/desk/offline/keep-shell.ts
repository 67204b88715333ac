/** Keeps the page for the time without a network on this workstation; where a browser cannot, only the open page goes on. */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker
    .register('/desk-worker.js', { scope: '/desk/offline' })
    .then(({ installing, waiting, active }) => (active ?? waiting ?? installing)?.postMessage('keep'))
    .catch(() => undefined)
}
