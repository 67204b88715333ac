import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Page } from '@playwright/test'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { findOverflow } from '#tests/support/browser/find-overflow.ts'
import { findTelling } from '#tests/support/browser/find-telling.ts'
import { PLACES, type Place } from '#tests/support/browser/places.ts'
import { expect, test } from '#tests/support/browser/test.ts'
import { type Visit, walkPlaces } from '#tests/support/browser/walk-places.ts'

const ALL = Object.values(PLACES).flat()
const FIRST = new Set(ALL.filter((place, at) => ALL.findIndex(({ route }) => route === place.route) === at))

test.describe('nobody is kept out, nothing sticks out and nothing is told to others on', () => {
  for (const [part, places] of Object.entries(PLACES)) {
    test(part, async ({ openPhone, somebody, openOffice, hotline, database, baseURL, watch }) => {
      test.setTimeout(240_000)
      watch.expected.push(/status of 404.*\/nowhere/)
      const found: string[] = []
      const props = { openPhone, somebody, openOffice, hotline, database, baseURL }
      await walkPlaces(places, props, languagesOf, async (visit) => {
        const { place, language } = visit
        const faults = [...(await lookEverywhere(visit)), ...(await lookClosely(visit))]
        found.push(...faults.map((fault) => `${place.path} (${place.who}, ${language}): ${fault}`))
      })
      expect(found).toEqual([])
    })
  }

  test('any page that was added since', () => {
    const looked = ALL.map((place) => place.route)
    const leadOn = ['/book', '/book/check']
    const pages = globSync('app/(couple)/**/page.tsx').map(
      (file) => dirname(file).slice('app/(couple)'.length) || '/',
    )
    expect(pages.filter((page) => !looked.includes(page) && !leadOn.includes(page))).toEqual([])
  })
})

/**
 * Every state in Chinese, the original; one state of each page in the other languages shows whether their words fit and
 * whether any is missing.
 */
function languagesOf(place: Place): readonly Locale[] {
  return FIRST.has(place) ? LOCALES : ['zh-CN']
}

/**
 * In every state: whether everything fits, which the length of any text can change, and what others could
 * see: addresses, titles, links. What somebody types into the search stands in the address because they typed it there.
 */
async function lookEverywhere({ page, place, answer }: Visit): Promise<string[]> {
  const isSearch = place.path.includes('?q=')
  const told = isSearch ? [] : findTelling(page.url(), await answer.text())
  return [...(await findOverflow(page)), ...told]
}

/**
 * Names, roles and order come from the same markup in each language, and a state differs from the others of its page by
 * words and messages: every state is looked at in Chinese, and one state of each page also in large text, in the dark and
 * in English, for the names that a translation could leave out and the links that its longer words push together.
 */
async function lookClosely({ page, place, language }: Visit): Promise<string[]> {
  if (language === 'zh-Hant') return []
  const faults = await findBarriers(page, 'usual')
  if (!FIRST.has(place)) return faults
  faults.push(...(await findBarriers(page, 'large')))
  if (language !== 'zh-CN') return faults
  return [...faults, ...(await findBarriers(page, 'dark')), ...(await findOverflowOnUsualPhone(page))]
}

// No rule of layout begins between 320 and 375 px: what fits into 320 fits into 375 too, and one state of each page
// shows whether that still holds.
async function findOverflowOnUsualPhone(page: Page): Promise<string[]> {
  await page.setViewportSize({ width: 375, height: 800 })
  const faults = await findOverflow(page)
  await page.setViewportSize({ width: 320, height: 800 })
  return faults
}

test('the looking finds what it should', async ({ openPhone }) => {
  const page = await openPhone({ viewport: { width: 320, height: 800 } })
  await bringAxe(page)
  await page.goto('/sign-in')
  await page.locator('main').evaluate((main) => {
    const picture = document.createElement('img')
    Object.assign(picture.style, { minWidth: '340px', height: '10px' })
    const pale = document.createElement('p')
    pale.textContent = 'pale'
    pale.style.color = 'light-dark(#ddd, #333)'
    // Two links that stay small when everything else grows, and come to lie too close to each other.
    const small = ['a', 'b'].map((name) => {
      const link = document.createElement('a')
      Object.assign(link, { textContent: name, href: `#${name}` })
      Object.assign(link.style, { display: 'block', width: '12px', height: '12px', overflow: 'hidden' })
      link.style.marginBottom = 'calc(30px - 1rem)'
      return link
    })
    main.append(picture, pale, ...small)
  })
  expect((await findOverflow(page)).join()).toMatch(/IMG.*in large text.*IMG/s)
  expect((await findBarriers(page, 'usual')).join()).toMatch(
    /color-contrast.*image-alt|image-alt.*color-contrast/s,
  )
  expect((await findBarriers(page, 'usual')).join()).not.toContain('target-size')
  expect((await findBarriers(page, 'large')).join()).toContain('target-size')
  expect((await findBarriers(page, 'dark')).join()).toContain('color-contrast')
})

test('the looking hears what is told to others', () => {
  const html = '<title>T</title><meta name="description" content="D"><a href="/guides/x">离婚</a>'
  expect(findTelling('/guides/x', html)).toEqual([])
  expect(findTelling('/guides/%E7%A6%BB%E5%A9%9A', html)).toHaveLength(1)
  for (const [from, to] of [
    ['>T<', '>离婚<'],
    ['"D"', '"離婚預約"'],
    ['/guides/x', '/guides/divorce'],
    ['<a href="/guides/x"', '<a href="/x" download="Divorce.ics"'],
  ] as const) {
    expect(findTelling('/guides/x', html.replace(from, to)), to).toHaveLength(1)
  }
  expect(() => findTelling('/guides/x', '<p>离婚</p>')).toThrow('0 titles')
})
