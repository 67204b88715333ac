import type { Locale } from '#lib/domain/localized-text.ts'
import { type Html, html } from '#lib/format/html.ts'
import { KIOSK_STYLE } from './kiosk-style.ts'
import { type Say, screenPage } from './screen-page.ts'

/** What every page of the kiosk is drawn with. */
export interface KioskFrame {
  readonly office: string
  readonly locale: Locale
  readonly nonce: string
  readonly say: Say
}

const LANGUAGES: readonly Locale[] = ['zh-CN', 'zh-Hant', 'en']

/** Seconds without a touch after which the kiosk is as nobody had been there. */
const RESET_SECONDS = 60

/** The address of a page of the kiosk in a language. */
export function kioskPath(step: string, locale: Locale): string {
  return `/kiosk${step}?lang=${locale}`
}

/** A page of the kiosk: the office above, languages and the way back below, where everybody reaches them. */
export function kioskPage(
  frame: KioskFrame,
  page: { readonly title: string; readonly body: Html; readonly isHome?: boolean },
): string {
  const { office, locale, nonce, say } = frame
  const languages = LANGUAGES.map(
    (one) =>
      html`<a class="key" href="${kioskPath('', one)}" lang="${one}"${one === locale ? html` aria-current="true"` : undefined}>${say(`language.${one}`)}</a>`,
  )
  return screenPage({
    lang: locale,
    title: page.title,
    nonce,
    style: KIOSK_STYLE,
    refresh: { seconds: RESET_SECONDS, path: '/kiosk' },
    script: '/hall/kiosk.js',
    data: { reset: String(RESET_SECONDS), ...(page.isHome ? { home: '' } : {}) },
    body: html`
<header><p>${office}</p></header>
<main>${page.body}</main>
<nav aria-label="${say('kiosk.ways')}">${
      page.isHome
        ? html`<div class="languages">${languages}</div>`
        : html`<a class="key wide" href="/kiosk">${say('kiosk.again')}</a>`
    }<p>${say('kiosk.help')}</p></nav>
<div id="still" role="alertdialog" aria-modal="true" aria-labelledby="still-title" hidden><div><h2 id="still-title">${say('kiosk.still')}</h2><p>${say('kiosk.stillText')}</p><button type="button" class="big" id="stay">${say('kiosk.stay')}</button></div></div>`,
  })
}
