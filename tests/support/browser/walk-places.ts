import type { Page, Response } from '@playwright/test'
import type { Locale } from '#lib/domain/localized-text.ts'
import { cast, type Props } from './cast.ts'
import { bringAxe } from './find-barriers.ts'
import type { Place } from './places.ts'
import { waitUntilAwake } from './wait-until-awake.ts'

export interface Visit {
  readonly page: Page
  readonly place: Place
  readonly language: Locale
  readonly answer: Response
}

/** A walk mostly waits for the server or for the browser: so many go side by side, each with so few places at a time. */
const WALKERS = 2
const MOST_AT_A_TIME = 12

/**
 * Opens every place on a narrow phone, in the languages that `languagesOf` names for it, and lets it be looked at. One
 * phone serves a person in all of them: what has been loaded once need not be loaded again.
 */
export async function walkPlaces(
  places: readonly Place[],
  props: Props,
  languagesOf: (place: Place) => readonly Locale[],
  look: (visit: Visit) => Promise<void>,
): Promise<void> {
  const walks = [...Map.groupBy(places, (place) => place.who)].flatMap(([who, seen]) =>
    inParts(seen).map((part) => ({ who, part })),
  )
  await Promise.all(Array.from({ length: WALKERS }, walk))

  async function walk(): Promise<void> {
    for (let next = walks.shift(); next; next = walks.shift()) {
      const { who, part } = next
      const { page, addressOf } = await cast(who, props, { viewport: { width: 320, height: 800 } })
      await bringAxe(page)
      for (const place of part) {
        for (const language of languagesOf(place)) {
          await page.context().addCookies([{ name: 'yd-locale', value: language, url: props.baseURL ?? '' }])
          const answer = await page.goto(addressOf(place))
          if (!answer) throw new Error(`nothing was loaded for ${place.path}`)
          await waitUntilAwake(page)
          await look({ page, place, language, answer })
        }
      }
      await page.context().close()
    }
  }
}

function inParts(places: readonly Place[]): Place[][] {
  const count = Math.ceil(places.length / MOST_AT_A_TIME)
  return Array.from({ length: count }, (_, at) =>
    places.slice(at * MOST_AT_A_TIME, (at + 1) * MOST_AT_A_TIME),
  )
}
