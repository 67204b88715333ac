import type { ContactMedium } from '#lib/domain/contact.ts'
import type { Delivery, WrittenLetter } from '#lib/domain/letter.ts'
import { env } from '#lib/env.ts'
import { callGateway, type GatewaySettings } from './call-gateway.ts'
import { type MailSettings, openMail } from './open-mail.ts'

export interface Ways {
  readonly send: (letter: WrittenLetter, now: Date) => Promise<Delivery>
  /** Whether letters of this medium stay in the house, in the inbox of the demo. */
  readonly wakesNobody: (medium: ContactMedium) => boolean
  readonly close: () => void
}

export interface WaySettings {
  readonly mail?: MailSettings | undefined
  readonly gateway?: GatewaySettings | undefined
  /** Where letters go that have no way out; undefined: they wait for one. */
  readonly demo?: ((letter: WrittenLetter, now: Date) => Promise<void>) | undefined
}

/** The ways that the environment names; a demo keeps what it has no way for, anything else waits until there is one. */
export function openWays(
  keepDemo: (letter: WrittenLetter, now: Date) => Promise<void>,
  settings: WaySettings = {
    mail: env.smtpUrl && env.mailFrom ? { url: env.smtpUrl, from: env.mailFrom } : undefined,
    gateway:
      env.gatewayUrl && env.gatewaySecret ? { url: env.gatewayUrl, secret: env.gatewaySecret } : undefined,
    demo: env.demo ? keepDemo : undefined,
  },
): Ways {
  const { gateway, demo } = settings
  const mail = settings.mail && openMail(settings.mail)
  const wayOf = (medium: ContactMedium): Ways['send'] | undefined => {
    if (medium === 'email') return mail?.send
    return gateway && ((letter, now) => callGateway(gateway, letter, now))
  }
  return {
    close: () => mail?.close(),
    wakesNobody: (medium) => demo !== undefined && wayOf(medium) === undefined,
    send: async (letter, now) => {
      const way = wayOf(letter.medium)
      if (way) return way(letter, now)
      if (!demo) return { state: 'away' }
      await demo(letter, now)
      return { state: 'sent', medium: 'demo' }
    },
  }
}
