import type { FollowedNumber } from '#lib/domain/followed-number.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { html } from '#lib/format/html.ts'
import { waitLine } from './kiosk-verdict.ts'
import { NUMBER_STYLE } from './number-style.ts'
import { type Say, screenPage } from './screen-page.ts'

/** Without a script the page loads itself again after so many seconds. */
const RELOAD_SECONDS = 15

/** What the page of a number says, as lines that a script can put in anew. */
export interface NumberLines {
  readonly title: string
  readonly state: FollowedNumber['state']
  readonly calls: number
  readonly number: string
  readonly headline: string
  readonly detail: string
  readonly wait: string
}

/** A number and how it stands, in words. */
export function numberLines(say: Say, followed: FollowedNumber): NumberLines {
  const { number, state, calls, window = '' } = followed
  const headline = say(`follow.${state}.title`, { window })
  return {
    ...{ state, calls, number, headline },
    title: state === 'called' ? `${headline} · ${number}` : `${number} · ${headline}`,
    detail: say(`follow.${state}.text`, { window }),
    wait: waitLine(say, followed),
  }
}

/** One's own number on the phone; without a script it loads itself again. */
export function numberPage(view: {
  readonly locale: Locale
  readonly nonce: string
  readonly say: Say
  readonly office: string
  readonly address: string
  readonly path: string
  readonly lines: NumberLines
}): string {
  const { say, lines } = view
  return screenPage({
    lang: view.locale,
    title: lines.title,
    nonce: view.nonce,
    style: NUMBER_STYLE,
    refresh: { seconds: RELOAD_SECONDS },
    script: '/hall/number.js',
    data: {
      path: view.path,
      calls: String(lines.calls),
      live: say('follow.asOf', { time: '%t' }),
      cut: say('follow.cut', { time: '%t' }),
    },
    body: html`
<main id="main" data-state="${lines.state}">
<p class="office">${view.office}</p>
<h1><span class="of">${say('follow.yours')}</span> <span id="number">${lines.number}</span></h1>
<section role="status"><p id="headline">${lines.headline}</p><p id="detail">${lines.detail}</p><p id="wait">${lines.wait}</p></section>
<p class="mark" id="mark"></p>
<div class="keep"><p class="awake">${say('follow.keep')}</p><noscript><p>${say('follow.keepStill', { seconds: RELOAD_SECONDS })}</p></noscript></div>
<p>${view.address}</p>
</main>`,
  })
}

/** A link of another day, or none of ours. */
export function numberGone(view: {
  readonly locale: Locale
  readonly nonce: string
  readonly say: Say
}): string {
  const { say } = view
  return screenPage({
    lang: view.locale,
    title: say('follow.gone.title'),
    nonce: view.nonce,
    style: NUMBER_STYLE,
    refresh: { seconds: 3600 },
    script: '/hall/number.js',
    body: html`<main data-state="over"><h1>${say('follow.gone.title')}</h1><p>${say('follow.gone.text')}</p></main>`,
  })
}
