import type { BrowserContext, ConsoleMessage, Response } from '@playwright/test'
import { findMessageKeys } from './find-message-keys.ts'

/** What went wrong behind the back of a test, in sentences. */
export interface Watch {
  readonly faults: string[]
  /** Reading that is still under way. */
  readonly pending: Promise<void>[]
  /** Faults that a test is about; every other one fails it. */
  readonly expected: RegExp[]
}

/**
 * Notes everything that must not happen on any page of ours, whatever a test is about: errors in the console, scripts
 * that fail, violations of the content security policy, answers of 500 and above, texts without a translation.
 */
export async function watchContext(context: BrowserContext, { faults, pending }: Watch): Promise<void> {
  context.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console: ${message.text()} (${placeOf(message)})`)
  })
  context.on('weberror', (error) => {
    faults.push(`script: ${error.error().message} (${error.page()?.url()})`)
  })
  context.on('response', (response) => {
    if (response.status() >= 500) faults.push(`answer: ${response.status()} ${response.url()}`)
    if (isPage(response)) pending.push(readTexts(response, faults))
  })
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`content security policy: ${event.violatedDirective} ${event.blockedURI}`)
    })
  })
}

function isPage(response: Response): boolean {
  return (response.headers()['content-type'] ?? '').startsWith('text/html')
}

// A page that was left at once is gone with its text; the next one will be read.
async function readTexts(response: Response, faults: string[]): Promise<void> {
  const html = await response.text().catch(() => '')
  for (const key of findMessageKeys(html)) faults.push(`no translation: ${key} (${response.url()})`)
}

function placeOf(message: ConsoleMessage): string {
  return [message.page()?.url(), message.location().url].filter(Boolean).join(', ')
}
