import type { Page } from '@playwright/test'
import axe, { type Result, type RunOptions } from 'axe-core'

/** What axe is asked for. */
export type Look =
  /** Every rule, on the page as it usually is. */
  | 'usual'
  /** 长辈版 is the same document drawn larger: only the rules that measure can find something else in it. */
  | 'large'
  /** The same document in the colours of somebody who likes it dark: only colours are others. */
  | 'dark'

const SHORT: RunOptions = { resultTypes: ['violations'], preload: false }
const OPTIONS: Readonly<Record<Look, RunOptions>> = {
  usual: {
    ...SHORT,
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'],
  },
  large: { ...SHORT, runOnly: { type: 'rule', values: ['target-size', 'scrollable-region-focusable'] } },
  dark: { ...SHORT, runOnly: { type: 'rule', values: ['color-contrast'] } },
}

/**
 * Gives axe to every document that this page will open. It is only unpacked where it is asked for: reading half a
 * megabyte of it costs as much as a short page.
 */
export async function bringAxe(page: Page): Promise<void> {
  await page.addInitScript({
    content: `globalThis.unpackAxe = () => { if (!globalThis.axe) { ${axe.source} } return globalThis.axe }`,
  })
}

/** What keeps people out of the page, in lines: rule, where, what. The page was opened after `bringAxe`. */
export async function findBarriers(page: Page, look: Look): Promise<string[]> {
  await waitForTitle(page)
  if (look === 'dark') await page.emulateMedia({ colorScheme: 'dark' })
  const violations = await page.evaluate(runAxe, { options: OPTIONS[look], isLarge: look === 'large' })
  if (look === 'dark') await page.emulateMedia({ colorScheme: 'light' })
  const where = look === 'usual' ? '' : `${look}: `
  return violations.flatMap(describe).map((fault) => where + fault)
}

/**
 * A page that is walked to inside the app takes over its title a moment after its content. One that never gets one is
 * left to axe, which says so.
 */
async function waitForTitle(page: Page): Promise<void> {
  await page.waitForFunction(() => document.title !== '', undefined, { timeout: 3000 }).catch(() => undefined)
}

async function runAxe({ options, isLarge }: { options: RunOptions; isLarge: boolean }): Promise<Result[]> {
  const { unpackAxe } = globalThis as unknown as { unpackAxe: () => typeof axe }
  const { documentElement: root } = document
  // In the middle of fading in nothing has its contrast yet.
  for (const animation of document.getAnimations()) animation.cancel()
  root.toggleAttribute('data-elder', isLarge)
  const { violations } = await unpackAxe().run(document, options)
  root.toggleAttribute('data-elder', false)
  return violations
}

function describe({ id, help, nodes }: Result): string[] {
  return nodes.map(({ target, html }) => `${id}: ${help} at ${String(target)} ${html.slice(0, 160)}`)
}
