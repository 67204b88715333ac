import { LOCALES } from '#lib/domain/localized-text.ts'
import { cast } from '#tests/support/browser/cast.ts'
import { PLACES, type Place } from '#tests/support/browser/places.ts'
import { expect, test } from '#tests/support/browser/test.ts'

test.use({ trace: 'off' })

const TELLING = /离婚|離婚|divorce|lihun/i

/** What somebody types into the search stands in the address because they have typed it there. */
const isSearch = ({ path }: Place) => path.includes('?q=')

for (const language of LOCALES) {
  test(`no address, title or link in ${language} tells others what a couple has come for`, async ({
    openPhone,
    somebody,
    openOffice,
    hotline,
    database,
    baseURL,
  }) => {
    test.setTimeout(240_000)
    const found: string[] = []
    let looked = 0
    const places = Object.values(PLACES).flat()
    for (const [who, seen] of Map.groupBy(places, (place) => place.who)) {
      const props = { openPhone, somebody, openOffice, hotline, database, baseURL }
      const { page, addressOf } = await cast(who, props, { language })
      for (const place of seen.filter((one) => !isSearch(one))) {
        const answer = await page.request.get(addressOf(place))
        const html = await answer.text()
        const told = [decodeURI(answer.url()), ...headOf(html), ...ownLinksOf(html)]
        looked += 1
        found.push(
          ...told.filter((text) => TELLING.test(text)).map((text) => `${place.path} (${who}): ${text}`),
        )
      }
      await page.context().close()
    }
    expect(found).toEqual([])
    expect(looked).toBeGreaterThan(60)
  })
}

/** Title and whatever else a browser, a messenger or a home screen takes from the head. */
function headOf(html: string): string[] {
  const titles = Array.from(html.matchAll(/<title[^>]*>([^<]*)<\/title>/g), ([, text = '']) => text)
  if (titles.length !== 1 || !titles[0]?.trim()) throw new Error(`a page has ${titles.length} titles`)
  const metas = Array.from(html.matchAll(/<meta [^>]*content="([^"]*)"/g), ([, text = '']) => text)
  const links = Array.from(html.matchAll(/<link [^>]*href="([^"]*)"/g), ([, text = '']) => text)
  return [...titles, ...metas, ...links]
}

/** Where links and forms of a page lead within our site, and what downloads are called. */
function ownLinksOf(html: string): string[] {
  const links = Array.from(html.matchAll(/ (?:href|action)="(\/[^"]*)"/g), ([, path = '']) => decodeURI(path))
  const downloads = Array.from(html.matchAll(/ download="([^"]*)"/g), ([, name = '']) => name)
  return [...links, ...downloads]
}
