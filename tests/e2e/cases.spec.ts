import type { Locator, Page } from '@playwright/test'
import { lapseCases } from '#lib/divorce/lapse-cases.ts'
import { addDays, type CalendarDate } from '#lib/domain/calendar-date.ts'
import { shanghaiToday } from '#lib/domain/clock.ts'
import { divorceDeadlines, divorceStageOn } from '#lib/domain/cooling-off.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { translator } from '#lib/i18n/translator.ts'
import { readCalendar } from '#lib/office/read-calendar.ts'
import type { PhoneWish, TestFixtures } from '#tests/support/browser/test.ts'
import { expect, test } from '#tests/support/browser/test.ts'
import { workAtDesk } from '#tests/support/browser/work-at-desk.ts'

const say = translator('zh-CN', 'cases')
const couplePage = translator('zh-CN', 'progress')
const SCREEN: PhoneWish = { viewport: { width: 1366, height: 768 } }
const SERVICES = ['DIVORCE_APPLICATION', 'DIVORCE_CERTIFICATE'] as const

test('an application is accepted at the desk, its couple follows it, and one of them withdraws it', async ({
  openPhone,
  openOffice,
  somebody,
  database,
  baseURL,
}) => {
  const [one, other] = [somebody({ sex: 'F' }), somebody({ sex: 'M' })]
  const { officeId } = await openOffice({ services: SERVICES })
  const desk = await openPhone(SCREEN)
  await workAtDesk(desk.context(), database, { officeId, origin: baseURL })
  await desk.goto('/desk/cases')
  await desk.getByRole('link', { name: say('new.open') }).click()
  await fillApplication(desk, [one, { ...other, name: '' }], 'R-2026-0042')
  await press(desk, say('new.check'))
  // What is wrong is told where it is, and nothing that was typed is gone.
  const missing = desk.getByRole('alert').getByRole('link')
  await expect(missing).toHaveCount(1)
  await missing.click()
  await expect(field(desk, 'parties.1.name')).toBeFocused()
  await expect(field(desk, 'parties.0.documentNumber')).toHaveValue(one.documentNumber)
  await field(desk, 'parties.1.name').fill(other.name)
  await press(desk, say('new.check'))
  await expect(desk.getByRole('heading', { level: 1, name: say('new.checkTitle') })).toBeVisible()
  await expect(desk.getByRole('main')).not.toContainText(one.documentNumber)
  await press(desk, say('new.start'))
  await desk.waitForURL('**/desk/cases/*?done=accepted')
  await expect(desk.getByRole('status')).toContainText(say('done.accepted'))

  const phone = await openPhone({ as: other })
  await phone.goto('/progress')
  await expect(phone.getByRole('heading', { name: couplePage('picture') })).toBeVisible()
  await expect(phone.getByRole('main')).toContainText(couplePage('today'))

  const tooEarly = desk.getByRole('listitem').filter({ hasText: say('act.issue-certificate.name') })
  await expect(tooEarly).toContainText('民法典第 1077 条第 2 款')
  await expect(tooEarly.getByRole('link')).toHaveCount(0)
  await desk.getByRole('link', { name: say('act.withdraw-application.name') }).click()
  await press(desk, say('act.withdraw-application.submit'))
  await expect(desk.getByRole('alert').getByRole('link')).toHaveCount(3)
  await desk
    .getByRole('radio', { name: other.name.slice(0, 1) })
    .first()
    .check()
  await desk.getByRole('checkbox', { name: say('withdraw.document') }).check()
  await desk.getByRole('radio', { name: say('withdraw.papers.explanation') }).check()
  await press(desk, say('act.withdraw-application.submit'))
  await desk.waitForURL('**/desk/cases/*?done=withdrawn')
  await phone.reload()
  await expect(phone.getByRole('main')).toContainText(couplePage('closed.withdrawn.title'))
  await expect(phone.getByRole('main')).not.toContainText(one.name)
})

test('in its window a case is certified; one that nobody came for is closed by the clock', async ({
  openPhone,
  openOffice,
  somebody,
  database,
  baseURL,
}) => {
  const { officeId } = await openOffice({ services: SERVICES })
  // Everything at the desk works without scripts as well.
  const desk = await openPhone({ ...SCREEN, javaScriptEnabled: false })
  await workAtDesk(desk.context(), database, { officeId, origin: baseURL })
  const calendar = await readCalendar(database)
  const inStage = (stage: string, from: number): CalendarDate => {
    const today = shanghaiToday(new Date())
    let day = addDays(today, -from)
    while (divorceStageOn(divorceDeadlines(calendar, day), today) !== stage) day = addDays(day, -1)
    return day
  }
  await enter({ desk, somebody }, 'R-2026-0043', inStage('cert-window', 31))
  await desk.getByRole('link', { name: say('act.issue-certificate.name') }).click()
  await desk.getByRole('checkbox', { name: say('issue.voluntary') }).check()
  await field(desk, 'certificates.0').fill('L330523-2026-000123')
  await field(desk, 'certificates.1').fill('L330523-2026-000124')
  await press(desk, say('act.issue-certificate.submit'))
  await desk.waitForURL('**/desk/cases/*?done=issued')

  const couple = await enter({ desk, somebody }, 'R-2026-0044', inStage('deemed-withdrawn', 62))
  const address = desk.url()
  await lapseCases(database, new Date())
  await desk.goto(address)
  await expect(desk.getByRole('main')).toContainText(say('closed.lapsed'))
  const phone = await openPhone({ as: couple[0] })
  await phone.goto('/progress')
  await expect(phone.getByRole('main')).toContainText(couplePage('closed.lapsed.title'))
  await desk.goto('/desk/cases?list=closed')
  await expect(desk.getByRole('table').getByRole('rowheader')).toHaveText(['R-2026-0044', 'R-2026-0043'])
})

/** Two new people, whose application was accepted on a day. */
async function enter(
  { desk, somebody }: { desk: Page } & Pick<TestFixtures, 'somebody'>,
  receipt: string,
  acceptedOn: CalendarDate,
): Promise<readonly [PartyFacts, PartyFacts]> {
  const couple = [somebody({ sex: 'F' }), somebody({ sex: 'M' })] as const
  await desk.goto('/desk/cases/new')
  await fillApplication(desk, couple, receipt)
  await field(desk, 'acceptedOn').fill(acceptedOn)
  await press(desk, say('new.check'))
  await press(desk, say('new.start'))
  await desk.waitForURL('**/desk/cases/*?done=accepted')
  return couple
}

async function fillApplication(desk: Page, couple: readonly PartyFacts[], receipt: string): Promise<void> {
  await desk.waitForURL('**/desk/cases/new')
  await field(desk, 'receiptNumber').fill(receipt)
  for (const [index, { documentNumber, name, phone }] of couple.entries())
    for (const [key, value] of Object.entries({ documentNumber, name, phone }))
      await field(desk, `parties.${index}.${key}`).fill(value)
}

function field(page: Page, name: string): Locator {
  return page.locator(`[name="${name}"]`)
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click()
}
