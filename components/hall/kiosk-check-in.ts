import { type Html, html } from '#lib/format/html.ts'
import { type KioskFrame, kioskPage } from './kiosk-page.ts'

/** Without what looks alike in a code: I, L, O, U. */
const OF_CODES = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const ALL = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** The first question: the QR code, or the code as it stands in the message. */
export function kioskCode(frame: KioskFrame, fault?: string): string {
  const { locale, say } = frame
  return kioskPage(frame, {
    title: say('kiosk.booked'),
    body: html`
<h1>${say('code.title')}</h1>
<p class="lead">${say('code.lead')}</p>
${fault ? html`<p class="error" role="alert">${fault}</p>` : undefined}
<div id="camera" hidden><button type="button" class="big second" id="open-camera">${say('code.camera')}</button><video id="video" muted playsinline hidden></video></div>
<form method="post" action="/kiosk/check-in" autocomplete="off">
<input type="hidden" name="lang" value="${locale}">
<label for="shown">${say('code.field')}</label>
<input id="shown" name="shown" inputmode="none" maxlength="600" required data-scan>
${keyboard(OF_CODES, say('kiosk.delete'))}
<button class="big">${say('kiosk.next')}</button>
</form>`,
  })
}

/** The second: the end of one's own document number. Nothing has been told of the appointment yet. */
export function kioskProof(frame: KioskFrame, shown: string, isOther: boolean): string {
  const { locale, say } = frame
  return kioskPage(frame, {
    title: say('kiosk.booked'),
    body: html`
<h1>${say(isOther ? 'proof.titleOther' : 'proof.title')}</h1>
<p class="lead">${say('proof.lead')}</p>
<form method="post" action="/kiosk/check-in" autocomplete="off">
<input type="hidden" name="lang" value="${locale}">
<input type="hidden" name="shown" value="${shown}">
<label for="last-four">${say('proof.field')}</label>
<input id="last-four" name="lastFour" type="password" inputmode="none" maxlength="4" required data-scan>
${keyboard(ALL, say('kiosk.delete'))}
<button class="big">${say('proof.submit')}</button>
</form>`,
  })
}

function keyboard(letters: string, back: string): Html {
  const keys = [...letters].map(
    (letter) => html`<button type="button" data-key="${letter}">${letter}</button>`,
  )
  return html`<div class="keys" hidden>${keys}<button type="button" class="back" data-key="">${back}</button></div>`
}
