import { html } from '#lib/format/html.ts'
import { type KioskFrame, kioskPage, kioskPath } from './kiosk-page.ts'

/** Where everybody begins: with an appointment or without; a QR code can be held before the scanner at once. */
export function kioskHome(frame: KioskFrame): string {
  const { locale, say } = frame
  return kioskPage(frame, {
    title: say('kiosk.title'),
    isHome: true,
    body: html`
<h1>${say('kiosk.welcome')}</h1>
<div class="cards">
<a class="card first" href="${kioskPath('/check-in', locale)}"><b>${say('kiosk.booked')}</b><span>${say('kiosk.bookedHint')}</span></a>
<a class="card" href="${kioskPath('/number', locale)}"><b>${say('kiosk.unbooked')}</b><span>${say('kiosk.unbookedHint')}</span></a>
</div>
<form method="post" action="/kiosk/check-in" autocomplete="off">
<input type="hidden" name="lang" value="${locale}">
<label for="shown">${say('kiosk.scan')}</label>
<input class="scan" id="shown" name="shown" inputmode="none" maxlength="600" placeholder="${say('kiosk.scanHere')}" data-scan>
</form>`,
  })
}
