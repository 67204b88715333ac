import type { Page } from '@playwright/test'

/** Until React has taken the page over: only then it hears clicks, and has said what it finds different from what the server sent. */
export async function waitUntilAwake(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const isAwake = () =>
      Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber'))
    const began = performance.now()
    while (!isAwake()) {
      if (performance.now() - began > 10_000) throw new Error('React has not taken the page over')
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  })
}
