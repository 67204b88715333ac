import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import type { Pool } from 'pg'
import { callNext } from '#lib/desk/call-next.ts'
import { finishTicket } from '#lib/desk/finish-ticket.ts'
import { giveTicket } from '#lib/desk/give-ticket.ts'
import { makeDevice } from '#lib/desk/make-device.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import type { StaffRole } from '#lib/domain/permissions.ts'
import { SERVICES } from '#lib/domain/service.ts'
import type { Ticket } from '#lib/domain/ticket.ts'

/** The hall of an office with one window, and a clerk who gives numbers and calls them. */
export async function openHall(database: Pool, officeId: string) {
  await database.query(
    'INSERT INTO desk_window (office_id, name, services, position, open) VALUES ($1, $2, $3, 1, true)',
    [officeId, '3', SERVICES],
  )
  const clerk = staffOf(officeId, 'clerk')
  const now = () => new Date()
  const pair = async (page: Page, kind: 'kiosk' | 'tablet'): Promise<void> => {
    const actor = staffOf(officeId, 'office-manager')
    const wish = { actor, officeId, kind, name: '门口', window: '3', now: now() }
    const made = await makeDevice(database, wish)
    if (!made.ok) throw new Error(JSON.stringify(made))
    await page.goto(`/kiosk/pair/${made.value.token}`)
    await page.locator('form button').click()
    await page.waitForURL(`**/${kind}`)
  }
  return {
    give: (locale: Locale = 'zh-CN') =>
      giveTicket(database, {
        ...{
          actor: clerk,
          officeId,
          service: 'MARRIAGE',
          people: 2,
          locale,
          greenChannel: false,
          now: now(),
        },
      }),
    call: () => callNext(database, { actor: clerk, officeId, window: '3', now: now() }),
    finish: ({ id, version }: Pick<Ticket, 'id' | 'version'>) =>
      finishTicket(database, {
        ...{ actor: clerk, ticketId: id, version, outcome: 'registered', now: now() },
      }),
    pairKiosk: (page: Page) => pair(page, 'kiosk'),
    pairTablet: (page: Page) => pair(page, 'tablet'),
  }
}

function staffOf(officeId: string, role: StaffRole): StaffActor {
  const grants = [{ role, scope: 'office', scopeId: officeId } as const]
  return mintActor({ kind: 'staff', id: randomUUID(), name: '登记员', grants }) as StaffActor
}
