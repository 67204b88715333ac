import type { Page } from '@playwright/test'

/** How far the page stands out to the right of the screen, as usual and in large text, and what does. */
export function findOverflow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const { documentElement: root } = document
    const wide = globalThis.innerWidth
    const isLarge = root.hasAttribute('data-elder')
    const faults = [false, true].flatMap((large) => {
      root.toggleAttribute('data-elder', large)
      if (root.scrollWidth <= wide) return []
      const culprits = Array.from(document.querySelectorAll('body *'))
        .filter((element) => element.getBoundingClientRect().right > wide + 0.5)
        .map((element) => `${element.tagName} “${element.textContent.trim().slice(0, 30)}”`)
      const size = large ? ' in large text' : ''
      return [`${root.scrollWidth} px wide on a screen of ${wide}${size}: ${culprits.slice(-3).join(', ')}`]
    })
    root.toggleAttribute('data-elder', isLarge)
    return faults
  })
}
