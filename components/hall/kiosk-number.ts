import type { Service } from '#lib/domain/service.ts'
import { factsOfService } from '#lib/domain/service.ts'
import { html } from '#lib/format/html.ts'
import { type KioskFrame, kioskPage, kioskPath } from './kiosk-page.ts'

/** For what numbers are given here, in words that a whole hall may read; everything else is one neutral button. */
export function kioskServices(frame: KioskFrame, services: readonly Service[]): string {
  const { locale, say } = frame
  const cards = services.map((service) => {
    const words = html`<b>${say(`services.${service}`)}</b><span>${say(`servicesHint.${service}`)}</span>`
    const { slug, parties } = factsOfService(service)
    return parties === 2
      ? html`<a class="card" href="${kioskPath('/number', locale)}&amp;for=${slug}">${words}</a>`
      : html`<form class="inline" method="post" action="/kiosk/number"><input type="hidden" name="lang" value="${locale}"><button class="card" name="for" value="${slug}">${words}</button></form>`
  })
  return kioskPage(frame, {
    title: say('kiosk.unbooked'),
    body: html`
<h1>${say('take.title')}</h1>
<div class="cards">${cards}
<a class="card" href="${kioskPath('/number', locale)}&amp;for=other"><b>${say('services.other')}</b><span>${say('servicesHint.other')}</span></a></div>`,
  })
}

/** What takes two: whether both are here, before they wait for nothing. */
export function kioskBoth(frame: KioskFrame, service: Service): string {
  const { locale, say } = frame
  return kioskPage(frame, {
    title: say('kiosk.unbooked'),
    body: html`
<h1>${say('take.both')}</h1>
<p class="lead">${say('take.bothText')}</p>
<form method="post" action="/kiosk/number"><input type="hidden" name="lang" value="${locale}"><button class="big" name="for" value="${factsOfService(service).slug}">${say('take.yes')}</button></form>
<a class="big second" href="/kiosk">${say('take.no')}</a>`,
  })
}
