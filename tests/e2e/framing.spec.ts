import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FrameLocator, Page } from '@playwright/test'
import { groupedCode } from '#lib/domain/appointment-code.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { firstDay } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'

// The named host app and a stranger's site: two ports of this machine are two origins. They are one site, though, so
// that the cookies of a frame work here without https; how they are kept under https is shown in tests/framing.test.ts.
const { BROWSER_TEST_HOST_PORT = '' } = process.env
const opened: Server[] = []

test.describe.configure({ mode: 'serial' })
test.afterEach(() => {
  for (const server of opened.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A host app: a page with nothing but our site in a frame. Returns its address. */
async function openHost(port: number, shown: string): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
    response.end(`<!doctype html><title>Host</title><link rel="icon" href="data:,">
      <iframe src="${shown}" title="ours" style="width:360px;height:760px;border:0"></iframe>`)
  })
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve))
  opened.push(server)
  return `http://localhost:${(server.address() as AddressInfo).port}/`
}

test('inside the host app that is named, somebody signs in and sees the appointment', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
  baseURL,
}) => {
  const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const { code } = await hotline.book({ slotId: firstDay(await openOffice())[0]?.id ?? 0, parties })
  const shown = `${baseURL}/sign-in?${new URLSearchParams({ to: `/appointment/${code}` })}`
  const page = await openPhone()
  await page.goto(await openHost(Number(BROWSER_TEST_HOST_PORT), shown))
  const frame = page.frameLocator('iframe')
  await signInInside(frame, parties[0])
  await expect(frame.getByText(groupedCode(code)).first()).toBeVisible()
  await expect(frame.locator('form[action="/sign-out"]')).toBeAttached()
  // A write from inside the frame is one of our own pages, and language is kept there.
  await frame.locator('button[name=locale][value=en]').first().click()
  await expect(frame.locator('html')).toHaveAttribute('lang', 'en')
  expect(page.url()).toContain(BROWSER_TEST_HOST_PORT)
})

test('inside any other site nothing of it is shown', async ({ openPhone, watch, baseURL }) => {
  watch.expected.push(/frame-ancestors/, /chrome-error/)
  const page = await openPhone()
  for (const path of ['/', '/sign-in']) {
    await page.goto(await openHost(0, `${baseURL}${path}`))
    await expect.poll(() => framed(page)).toBe('chrome-error://chromewebdata/')
    await expect(page.frameLocator('iframe').locator('header')).toHaveCount(0)
  }
})

test('what programs ask for is shown in nobody’s frame, not even the named host’s', async ({
  openPhone,
  watch,
  baseURL,
}) => {
  watch.expected.push(/frame-ancestors/, /chrome-error/)
  const page = await openPhone()
  await page.goto(await openHost(Number(BROWSER_TEST_HOST_PORT), `${baseURL}/api/v1/docs`))
  await expect.poll(() => framed(page)).toBe('chrome-error://chromewebdata/')
})

async function framed(page: Page): Promise<string | undefined> {
  const [frame] = page.mainFrame().childFrames()
  return frame?.evaluate(() => window.location.href).catch(() => undefined)
}

async function signInInside(frame: FrameLocator, person: PartyFacts): Promise<void> {
  await frame.locator('form[action="/sign-in/start"] button[type=submit]').click()
  await frame.locator('#name').fill(person.name)
  await frame.locator('#documentType').selectOption(person.documentType)
  await frame.locator('#documentNumber').fill(person.documentNumber)
  await frame.locator('#phone').fill(person.phone)
  await frame.locator('form:has(#name) button[type=submit]').click()
}
