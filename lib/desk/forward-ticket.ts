import type { Pool } from '#lib/db/pool.ts'
import { refuseProxy } from '#lib/domain/proxy.ts'
import { refuse } from '#lib/domain/refusal.ts'
import type { Service } from '#lib/domain/service.ts'
import { LETTER_OF, type Ticket } from '#lib/domain/ticket.ts'
import { drawNumber } from './number.sql.ts'
import type { DeskResult } from './refuse-stale.ts'
import { type StepWish, takeStep } from './take-step.ts'
import { listOpenWindows } from './window.sql.ts'

/**
 * Sends them on to another window, to another service (counselling, re-issue), or both; they keep their place, because
 * they have waited already. They get another number only where the letter is another. Refuses where no open window
 * could ever call them.
 */
export function forwardTicket(
  pool: Pool,
  wish: StepWish & { readonly window?: string | undefined; readonly service?: Service | undefined },
): Promise<DeskResult<Ticket>> {
  const { window } = wish
  return takeStep(pool, wish, {
    right: 'call-ticket',
    event: 'forward',
    detail: { to: window ?? null, service: wish.service ?? null },
    change: async (client, ticket) => {
      const service = wish.service ?? ticket.service
      if (!window && service === ticket.service)
        return refuse('invalid-input', [{ path: 'window', reason: 'required' }])
      const inPerson = ticket.proxy ? refuseProxy(service) : undefined
      if (inPerson) return inPerson
      const windows = await listOpenWindows(client, ticket.officeId)
      if (window && !windows.some(({ name }) => name === window))
        return refuse('not-allowed', [{ path: 'window', reason: 'window-closed' }])
      if (!windows.some(({ name, services }) => (!window || name === window) && services.includes(service)))
        return refuse('not-allowed', [{ path: 'service', reason: 'no-window-for-service' }])
      const letter = LETTER_OF[service]
      const renamed =
        letter === ticket.letter ? {} : { letter, number: await drawNumber(client, { ...ticket, letter }) }
      return { window, staffId: undefined, service, ...renamed }
    },
  })
}
