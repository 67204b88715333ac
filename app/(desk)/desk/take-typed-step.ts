import { pool } from '#lib/db/pool.ts'
import { beginTicket } from '#lib/desk/begin-ticket.ts'
import { callTicket } from '#lib/desk/call-ticket.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { forwardTicket } from '#lib/desk/forward-ticket.ts'
import { leaveTicket } from '#lib/desk/leave-ticket.ts'
import { missTicket } from '#lib/desk/miss-ticket.ts'
import { parkTicket } from '#lib/desk/park-ticket.ts'
import { recallTicket } from '#lib/desk/recall-ticket.ts'
import { referToTalk } from '#lib/desk/refer-to-talk.ts'
import type { DeskResult } from '#lib/desk/refuse-stale.ts'
import { reopenTicket } from '#lib/desk/reopen-ticket.ts'
import { returnTicket } from '#lib/desk/return-ticket.ts'
import { undoArrival } from '#lib/desk/undo-arrival.ts'
import { undoReferral } from '#lib/desk/undo-referral.ts'
import type { StaffActor } from '#lib/domain/actor.ts'
import { OUTCOMES } from '#lib/domain/outcome.ts'
import { refuse } from '#lib/domain/refusal.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { TICKET_EVENTS, type Ticket } from '#lib/domain/ticket.ts'
import { saveCarriedTicks } from './save-carried-ticks.ts'

/** Does with a ticket what the pressed button says. */
export async function takeTypedStep(
  form: FormData,
  by: { readonly actor: StaffActor; readonly window: string | undefined; readonly now: Date },
): Promise<DeskResult<Ticket>> {
  const { actor, window, now } = by
  const read = (name: string) => String(form.get(name) ?? '')
  const event = TICKET_EVENTS.find((one) => one === read('event'))
  const seen = { actor, ticketId: read('ticket'), version: Number(read('version')), now }
  const saved = await saveCarriedTicks(form, seen)
  if (!saved.ok) return saved
  const wish = saved.value
  if (read('event') === 'refer') return referToTalk(pool(), wish)
  if (read('event') === 'undo-referral') return undoReferral(pool(), wish)
  switch (event) {
    case 'call':
      return window ? callTicket(pool(), { ...wish, window }) : refuse('not-allowed', [NO_WINDOW])
    case 'recall':
      return recallTicket(pool(), wish)
    case 'begin':
      return beginTicket(pool(), wish)
    case 'park':
      return parkTicket(pool(), wish)
    case 'return':
      return returnTicket(pool(), wish)
    case 'miss':
      return missTicket(pool(), wish)
    case 'leave':
      return leaveTicket(pool(), wish)
    case 'reopen':
      return window ? reopenTicket(pool(), { ...wish, window }) : refuse('not-allowed', [NO_WINDOW])
    case 'undo':
      return undoArrival(pool(), wish)
    case 'forward': {
      const service = SERVICES.find((one) => one === read('toService'))
      return forwardTicket(pool(), { ...wish, service, window: read('toWindow') || undefined })
    }
    case 'finish': {
      const [named = '', rejection] = read('outcome').split(' ', 2)
      const outcome = OUTCOMES.find((one) => one === named)
      if (!outcome) return refuse('invalid-input', [{ path: 'outcome', reason: 'required' }])
      const documents = read('documents')
        .split(/[\s,，、]+/)
        .filter(Boolean)
      return finishTicket(pool(), { ...wish, outcome, rejection, documents })
    }
    default:
      return refuse('invalid-input', [{ path: 'event', reason: 'required' }])
  }
}

const NO_WINDOW = { path: 'window', reason: 'required' } as const
