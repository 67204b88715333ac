'use client'

import { useEffect, useState } from 'react'

/** Keeps the voucher page on this phone for where there is no network; shown only where a browser can do that. */
export function SaveVoucher({
  title,
  lead,
  warning,
  button,
  failed,
  path,
}: {
  title: string
  lead: string
  warning: string
  button: string
  failed: string
  /** The voucher page; the worker's scope begins it. */
  path: string
}) {
  const [can, setCan] = useState(false)
  const [hasFailed, setFailed] = useState(false)
  useEffect(() => setCan('serviceWorker' in navigator), [])
  if (!can) return null
  async function save() {
    try {
      const worker = await navigator.serviceWorker.register('/voucher-worker.js', { scope: '/voucher' })
      await untilActive(worker)
      location.assign(path)
    } catch {
      setFailed(true)
    }
  }
  return (
    <section className="no-print my-6">
      <h2>{title}</h2>
      <p className="text-ink-soft">{lead}</p>
      <p className="my-2 text-small font-semibold text-warn">{warning}</p>
      <button
        type="button"
        onClick={save}
        className="min-h-12 w-full cursor-pointer rounded-card border border-line-strong bg-surface px-4 font-semibold text-accent-deep"
      >
        {button}
      </button>
      <p role="status" className="mt-1 text-small text-warn">
        {hasFailed ? failed : ''}
      </p>
    </section>
  )
}

function untilActive({ installing, waiting, active }: ServiceWorkerRegistration): Promise<void> {
  const coming = installing ?? waiting
  if (active && !coming) return Promise.resolve()
  return new Promise((resolve, reject) => {
    coming?.addEventListener('statechange', () => {
      if (coming.state === 'activated') resolve()
      if (coming.state === 'redundant') reject(new Error('not installed'))
    })
  })
}
