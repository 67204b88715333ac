import type { Device } from '#lib/domain/device.ts'
import { html } from '#lib/format/html.ts'
import { type KioskFrame, kioskPage } from './kiosk-page.ts'

/** Asks the one who sets a screen up whether this is it: a link that is only looked at pairs nothing. */
export function kioskPairing(frame: KioskFrame, device: Pick<Device, 'kind' | 'name' | 'window'>): string {
  const { say } = frame
  return kioskPage(frame, {
    title: say('pair.title'),
    body: html`
<h1>${say('pair.title')}</h1>
<p class="lead">${say(`pair.${device.kind}`, { name: device.name, window: device.window ?? '' })}</p>
<form method="post"><button class="big">${say('pair.submit')}</button></form>`,
  })
}

/** For a browser that is no kiosk, and for a link that is used up. */
export function kioskUnpaired(frame: KioskFrame, why: 'unpaired' | 'gone'): string {
  const { say } = frame
  return kioskPage(frame, {
    title: say(`pair.${why}`),
    isHome: true,
    body: html`<section class="verdict" data-tone="warn"><h1>${say(`pair.${why}`)}</h1><p>${say(`pair.${why}Text`)}</p></section>`,
  })
}
