import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'

interface Violation {
  readonly id: string
  readonly help: string
  readonly nodes: readonly { readonly target: unknown; readonly html: string }[]
}

interface Axe {
  run(options: object): Promise<{ violations: readonly Violation[] }>
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

/** What axe finds on the page, as usual and then in large text, in lines: rule, where, what. */
export async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ runOnly: TAGS, resultTypes: ['violations'], preload: false })
    .analyze()
  return [...violations.map(describe), ...(await findBarriersInLargeText(page)).map(describe)].flat()
}

// 长辈版 is the same document drawn larger, and axe is in it already. Colours stay what they are, and large letters
// need less contrast, not more.
function findBarriersInLargeText(page: Page): Promise<readonly Violation[]> {
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: Axe }
    document.documentElement.setAttribute('data-elder', '')
    const rules = { 'color-contrast': { enabled: false } }
    return (await axe.run({ runOnly: tags, rules, resultTypes: ['violations'], preload: false })).violations
  }, TAGS)
}

/** What is too pale in the dark: the same document again, in the colours of somebody who likes it dark. */
export async function findPaleInTheDark(page: Page): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe }
    return (await axe.run({ runOnly: { type: 'rule', values: ['color-contrast'] } })).violations
  })
  await page.emulateMedia({ colorScheme: 'light' })
  return violations.flatMap(describe).map((fault) => `in the dark: ${fault}`)
}

function describe({ id, help, nodes }: Violation): string[] {
  return nodes.map(({ target, html }) => `${id}: ${help} at ${String(target)} ${html.slice(0, 160)}`)
}

/** How far the page stands out to the right of a screen as wide as this, as usual and in large text, and what does. */
export async function findOverflow(page: Page, width: number): Promise<string[]> {
  if (page.viewportSize()?.width !== width) await page.setViewportSize({ width, height: 800 })
  return page.evaluate((wide) => {
    const { documentElement: root } = document
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
  }, width)
}
