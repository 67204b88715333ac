import { globSync } from 'node:fs'
import { dirname } from 'node:path'
import { LOCALES } from '#lib/domain/localized-text.ts'
import { cast } from '#tests/support/browser/cast.ts'
import { findBarriers, findOverflow, findPaleInTheDark } from '#tests/support/browser/check-page.ts'
import { PLACES } from '#tests/support/browser/places.ts'
import { expect, test } from '#tests/support/browser/test.ts'

// A film of every page would take longer than the looking.
test.use({ trace: 'off' })

test.describe('nobody is kept out, and nothing sticks out, of', () => {
  for (const [part, places] of Object.entries(PLACES)) {
    for (const language of LOCALES) {
      test(`${part} in ${language}, in large text too`, async ({
        openPhone,
        somebody,
        openOffice,
        hotline,
        database,
        baseURL,
        watch,
      }) => {
        test.setTimeout(240_000)
        watch.expected.push(/status of 404.*\/nowhere/)
        const found: string[] = []
        for (const [who, seen] of Map.groupBy(places, (place) => place.who)) {
          const props = { openPhone, somebody, openOffice, hotline, database, baseURL }
          const { page, addressOf } = await cast(who, props, { language })
          for (const place of seen) {
            await page.goto(addressOf(place))
            const faults = [
              ...(await findOverflow(page, 320)),
              ...(await findOverflow(page, 375)),
              ...(await findBarriers(page)),
              ...(language === 'zh-CN' ? await findPaleInTheDark(page) : []),
            ]
            found.push(...faults.map((fault) => `${place.path} (${who}): ${fault}`))
          }
          await page.context().close()
        }
        expect(found).toEqual([])
      })
    }
  }

  test('any page that was added since', () => {
    const looked = Object.values(PLACES).flatMap((places) => places.map((place) => place.route))
    const leadOn = ['/book', '/book/check']
    const pages = globSync('app/(couple)/**/page.tsx').map(
      (file) => dirname(file).slice('app/(couple)'.length) || '/',
    )
    expect(pages.filter((page) => !looked.includes(page) && !leadOn.includes(page))).toEqual([])
  })
})

test('the looking finds what it should: a picture without words, pale letters, something too wide', async ({
  openPhone,
}) => {
  const page = await openPhone()
  await page.goto('/sign-in')
  await page.locator('main').evaluate((main) => {
    const picture = document.createElement('img')
    Object.assign(picture.style, { minWidth: '340px', height: '10px' })
    const pale = document.createElement('p')
    pale.textContent = 'pale'
    pale.style.color = 'light-dark(#ddd, #333)'
    main.append(picture, pale)
  })
  expect((await findOverflow(page, 320)).join()).toMatch(/IMG.*in large text.*IMG/s)
  expect((await findBarriers(page)).join()).toMatch(/color-contrast.*image-alt|image-alt.*color-contrast/s)
  expect((await findPaleInTheDark(page)).join()).toContain('color-contrast')
})
