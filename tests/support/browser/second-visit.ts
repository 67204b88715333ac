import type { Page } from '@playwright/test'
import { demoPerson } from '#prisma/seed/demo-people.ts'
import type { Props, Situation } from './cast.ts'
import { choose, send } from './journey.ts'

/** From the page of a case to the last question of its second visit, at the first time of a day. */
export async function goToVisit(page: Page, day: string): Promise<void> {
  await page.goto('/book/start?service=second-visit')
  await page.waitForURL('**/book/date')
  await page.goto('/book/date?all=1')
  await choose(page, 'date', day)
  await page.waitForURL('**/book/time')
  await page.locator('input[name=slot]').first().check()
  await send(page)
  await page.waitForURL('**/book/you')
  await send(page)
  await page.waitForURL('**/book/answers')
}

/** The days that are offered, as the values of their radio buttons. */
export async function daysOffered(page: Page): Promise<string[]> {
  await page.goto('/book/date?all=1')
  return page
    .locator('input[name=date]')
    .evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
}

/** Somebody of the demo world in the cooling-off period, before the last page of booking the second visit. */
export async function walkSecondVisit({ openPhone }: Props): Promise<Situation> {
  const as = demoPerson('cooling-1')
  const page = await openPhone({ as })
  await page.goto('/book/start?service=second-visit')
  await page.waitForURL('**/book/date')
  const [first = ''] = await daysOffered(page)
  await goToVisit(page, first)
  await page.context().close()
  return { as, names: {} }
}
