import { createTransport } from 'nodemailer'
import type { Delivery, WrittenLetter } from '#lib/domain/letter.ts'

export interface MailSettings {
  /** `smtp://` or `smtps://`, with user and password where the server wants them. */
  readonly url: string
  /** The address that letters come from. */
  readonly from: string
}

export interface Mail {
  readonly send: (letter: WrittenLetter) => Promise<Delivery>
  readonly close: () => void
}

/** A plain address; what else the grammar of mail would allow can carry a second recipient or a header. */
const ADDRESS = /^[^\s@<>,;:"()[\]\\]+@[^\s@<>,;:"()[\]\\]+$/
const MOST_MS = 60_000

/**
 * A way to an SMTP server, its connections kept for the next letters. The Message-ID is made of the provider key, so
 * that a mailbox drops the second copy that a killed worker may cause.
 */
export function openMail({ url, from }: MailSettings): Mail {
  const { protocol, hostname, port, username, password } = new URL(url)
  const secure = protocol === 'smtps:'
  const transport = createTransport({
    pool: true,
    maxConnections: 4,
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (secure ? 465 : 587),
    secure,
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  // A connection that breaks while idle concerns nobody; without a listener it would end the process.
  transport.on('error', () => {})
  const host = from.slice(from.indexOf('@') + 1)
  return {
    close: () => transport.close(),
    send: async ({ key, address, subject, text }) => {
      if (!ADDRESS.test(address)) return { state: 'dead-address' }
      const handing = transport.sendMail({
        from: { name: '', address: from },
        to: { name: '', address },
        envelope: { from, to: [address] },
        messageId: `<${key}@${host}>`,
        subject: subject.replace(/\p{Cc}+/gu, ' '),
        text,
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
      return within(MOST_MS, handing).then(() => ({ state: 'sent', medium: 'email' }) as const, judgeFault)
    },
  }
}

/** What a refusal of the server means. Ours to mend (sign-in, sender) is never held against the recipient. */
function judgeFault(fault: unknown): Delivery {
  const { responseCode, command } = fault as { responseCode?: unknown; command?: unknown }
  if (typeof responseCode !== 'number') return { state: 'away' }
  if (command === 'RCPT TO') return { state: responseCode >= 500 ? 'dead-address' : 'later' }
  if (command === 'DATA') return { state: responseCode >= 500 ? 'refused' : 'later' }
  return { state: 'away' }
}

function within<Value>(milliseconds: number, work: Promise<Value>): Promise<Value> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error('the mail server takes too long')), milliseconds)
  return Promise.race([work, late.promise]).finally(() => clearTimeout(timer))
}
