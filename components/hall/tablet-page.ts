import type { Locale } from '#lib/domain/localized-text.ts'
import { RATING_LEVELS, RATING_WORDS } from '#lib/domain/rating.ts'
import { type Html, html } from '#lib/format/html.ts'
import type { KioskFrame } from './kiosk-page.ts'
import { screenPage } from './screen-page.ts'
import { TABLET_STYLE } from './tablet-style.ts'

export type TabletPhase = 'ask' | 'thanks' | 'rest'

const LANGUAGES: readonly Locale[] = ['zh-CN', 'zh-Hant', 'en']

/** Seconds without a touch after which the tablet rests again. */
const RESET_SECONDS = 60

/**
 * The tablet at a window, in one of its three states. The rest stands in every page, hidden, so that going back to it
 * needs no network. Of the visit it shows the number alone, as the hall has heard it.
 */
export function tabletPage(
  { office, locale, nonce, say }: KioskFrame,
  view: {
    readonly phase: TabletPhase
    readonly visit: { readonly id: string; readonly number: string } | undefined
    readonly window: string
    readonly officeId: string
    /** The field that something is wrong with. */
    readonly wrong: string | undefined
    readonly levelOf: (level: number) => string
  },
): string {
  const { phase, visit, window, wrong, levelOf } = view
  const show = (one: TabletPhase) => (phase === one ? undefined : html` hidden`)
  const languages = LANGUAGES.map(
    (one) =>
      html`<a class="key" href="/tablet?lang=${one}" lang="${one}"${one === locale ? html` aria-current="true"` : undefined}>${say(`language.${one}`)}</a>`,
  )
  return screenPage({
    lang: locale,
    title: say('tablet.title'),
    nonce,
    style: TABLET_STYLE,
    refresh: { seconds: RESET_SECONDS, path: '/tablet' },
    script: '/hall/tablet.js',
    data: {
      phase,
      visit: visit?.id ?? '',
      live: `/display/${view.officeId}/live`,
      reset: String(RESET_SECONDS),
      unsent: say('tablet.unsent'),
      missing: say('tablet.missing'),
    },
    body: html`
<header><p>${office}</p><p>${say('tablet.window', { window })}</p></header>
<main>
<section id="rest"${show('rest')}><h1>${say('tablet.rest')}</h1><p class="lead">${say('tablet.restText')}</p></section>
<section id="thanks" role="status"${show('thanks')}><h1>${say('tablet.thanks')}</h1><p class="lead">${say('tablet.thanksText')}</p></section>
<section id="ask"${show('ask')}>
<h1>${say('tablet.ask')}</h1>
<p class="lead">${visit ? say('tablet.lead', { number: visit.number }) : ''}</p>
<form method="post" action="/tablet" autocomplete="off">
<input type="hidden" name="visit" value="${visit?.id ?? ''}"><input type="hidden" name="lang" value="${locale}">
<p class="error" id="error" role="alert"${wrong ? undefined : html` hidden`}>${wrong ? say(wrong === 'words' ? 'tablet.tooLong' : 'tablet.missing') : ''}</p>
<fieldset><legend>${say('tablet.level')}</legend><div class="levels">${RATING_LEVELS.map(
      (level) =>
        html`<label data-level="${level}"><input type="radio" name="level" value="${level}" required>${face(level)}<span>${levelOf(level)}</span></label>`,
    )}</div></fieldset>
<label for="words">${say('tablet.words')}</label>
<textarea id="words" name="words" rows="2" maxlength="${RATING_WORDS}"></textarea>
<div class="ways"><button class="big">${say('tablet.submit')}</button><button class="big second" type="button" id="decline" hidden>${say('tablet.decline')}</button></div>
</form>
<p id="soon" role="status" hidden>${say('tablet.soon')}</p>
</section>
</main>
<nav aria-label="${say('tablet.languages')}">${languages}<p id="mark" role="status" hidden>${say('tablet.cut')}</p></nav>`,
  })
}

/** A face whose mouth goes from a broad smile (5) to the opposite (1); the words beside it say the same. */
function face(level: number): Html {
  const bend = (level - 3) * 5
  return html`<svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="21"/><path d="M17 17v5M31 17v5M14 ${32 - bend / 2}Q24 ${32 + bend} 34 ${32 - bend / 2}"/></svg>`
}
