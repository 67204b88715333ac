import type { FollowedNumber } from '#lib/domain/followed-number.ts'
import { type Html, html } from '#lib/format/html.ts'
import { type KioskFrame, kioskPage } from './kiosk-page.ts'
import type { Say } from './screen-page.ts'

/** A number as the kiosk hands it out: on the screen, and to follow on the phone. */
export interface HandedNumber {
  readonly followed: FollowedNumber
  readonly link: string
  /** The link as an SVG drawing made by us. */
  readonly drawing: string
}

/** What the kiosk says, large, with the next step; and the number where there is one. */
export function kioskVerdict(
  frame: KioskFrame,
  verdict: {
    readonly tone: 'ok' | 'warn' | 'stop'
    readonly title: string
    readonly step: string
    readonly handed?: HandedNumber | undefined
    /** The code, where the other of the two is still missing and can report here as well. */
    readonly forOther?: string | undefined
    /** Another try may help. */
    readonly canRetry?: boolean
  },
): string {
  const { locale, say } = frame
  const { tone, title, step, handed, forOther } = verdict
  return kioskPage(frame, {
    title,
    body: html`
<section class="verdict" data-tone="${tone}" role="status"><h1>${title}</h1>
${handed ? html`<p class="number">${handed.followed.number}</p>` : undefined}
<p>${step}</p>
${handed ? html`<p>${waitLine(say, handed.followed)}</p>` : undefined}</section>
${
  forOther
    ? html`<form method="post" action="/kiosk/check-in"><input type="hidden" name="lang" value="${locale}"><input type="hidden" name="shown" value="${forOther}"><input type="hidden" name="other" value="yes"><button class="big">${say('verdict.other')}</button></form>`
    : undefined
}
${handed ? follow(say, handed) : undefined}
${
  verdict.canRetry
    ? html`<a class="big" href="/kiosk/check-in?lang=${locale}">${say('verdict.retry')}</a>`
    : html`<a class="big${forOther ? ' second' : ''}" href="/kiosk">${say('verdict.done')}</a>`
}`,
  })
}

function follow(say: Say, { drawing }: HandedNumber): Html {
  return html`<section class="follow"><div class="qr" role="img" aria-label="${say('verdict.follow')}">${{ markup: drawing }}</div><div><h2>${say('verdict.follow')}</h2><p>${say('verdict.followText')}</p></div></section>`
}

/** How many are called before, and about how long it takes; an empty line while nobody can tell. */
export function waitLine(say: Say, { ahead, wait }: FollowedNumber): string {
  if (ahead === undefined) return ''
  const people = say('wait.ahead', { ahead })
  if (!wait) return people
  const [from, until] = wait
  const minutes =
    until === 0
      ? say('wait.now')
      : from === until
        ? say('wait.about', { until })
        : say('wait.range', { from, until })
  return `${people}${say('wait.and')}${minutes}`
}
