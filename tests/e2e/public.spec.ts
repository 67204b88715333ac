import { SERVICE_FACTS, SERVICES } from '#lib/domain/service.ts'
import { translator } from '#lib/i18n/translator.ts'
import { OFFICES } from '#prisma/seed/offices/all-offices.ts'
import { send } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const home = translator('zh-CN', 'home')
const services = translator('zh-CN', 'services')

test.describe('the home page', () => {
  for (const [words, service] of [
    ['结婚登记', 'MARRIAGE'],
    ['领证', 'MARRIAGE'],
    ['离婚预约', 'DIVORCE_APPLICATION'],
    ['補領結婚證', 'REISSUE_MARRIAGE'],
    ['lost marriage certificate', 'REISSUE_MARRIAGE'],
    ['颁证仪式', 'CEREMONY'],
  ] as const) {
    test(`finds a service by the words “${words}”`, async ({ openPhone }) => {
      const page = await openPhone({ javaScriptEnabled: false })
      await page.goto('/')
      await page.locator('#q').fill(words)
      await send(page)
      await expect(page.getByRole('main').getByRole('listitem').first()).toContainText(
        services(`${service}.name`),
      )
    })
  }

  test('leads from a place to its offices, and from there to the first free time', async ({ openPhone }) => {
    const page = await openPhone()
    await page.goto('/')
    await page.locator('#q').fill('光明区')
    await send(page)
    await page.getByRole('link', { name: home('found.region', { count: regionCount('440311') }) }).click()
    await page.waitForURL('**/offices?within=440311')
    await page.getByRole('link', { name: '深圳市光明区婚姻登记中心' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('深圳市光明区婚姻登记中心')
    await page.locator('main a[href^="/book/start?service=marriage"]').click()
    await page.waitForURL('**/book/check/both-unmarried')
  })

  test('says what to try when nothing is found', async ({ openPhone }) => {
    const page = await openPhone()
    await page.goto('/?q=%E9%80%A0%E7%81%AB%E7%AE%AD')
    await expect(page.getByRole('status')).toContainText(home('found.none', { wish: '造火箭' }))
  })

  test('shows what was typed as text, never as page', async ({ openPhone }) => {
    const page = await openPhone()
    await page.goto('/?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E%22')
    await expect(page.locator('#q')).toHaveValue('<img src=x onerror=alert(1)>"')
    await expect(page.locator('main img')).toHaveCount(0)
  })
})

test('every service has a guide, and every guide leads to its booking', async ({ openPhone }) => {
  const page = await openPhone()
  for (const service of SERVICES) {
    const { slug } = SERVICE_FACTS[service]
    await page.goto('/guides')
    await page.locator(`main a[href="/guides/${slug}"]`).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(services(`${service}.name`))
    await expect(page.locator(`main a[href^="/book/start?service=${slug}"]`)).toHaveCount(2)
  }
})

test('the guide to marriage says what is no longer asked for, and since when', async ({ openPhone }) => {
  const page = await openPhone()
  await page.goto('/guides/marriage')
  await expect(page.getByRole('main')).toContainText(/2025\s*年\s*5\s*月\s*10\s*日/)
  await expect(page.getByRole('main')).toContainText('户口簿')
})

test('every office has a page that says where, when and how to book', async ({ request }) => {
  for (const office of OFFICES) {
    const answer = await request.get(`/offices/${office.id}`)
    expect(answer.status(), office.id).toBe(200)
    const html = await answer.text()
    for (const text of [office.name['zh-CN'], office.address['zh-CN'], office.phone]) {
      expect(html, office.id).toContain(text)
    }
  }
})

test('an office without online booking says so first, and what to do instead', async ({ openPhone }) => {
  const page = await openPhone()
  await page.goto('/offices/anji-xiaofeng')
  const main = page.getByRole('main')
  await expect(main).toContainText(translator('zh-CN', 'offices')('page.offline'))
  await expect(main.locator('a[href^="tel:"]').first()).toBeVisible()
  await expect(main.locator('a[href^="/book/start"]')).toHaveCount(0)
  await page.goto('/book/start?service=marriage&office=anji-xiaofeng')
  await expect(page).toHaveURL(/\/book\/check\/both-unmarried$/)
})

test('a page that is not there is said to be missing, with a way home', async ({ openPhone, watch }) => {
  watch.expected.push(/status of 404/)
  const page = await openPhone()
  for (const path of [
    '/nowhere',
    '/offices/nowhere',
    '/guides/nowhere',
    '/guides/parties/nowhere',
    '/book/nowhere',
  ]) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(404)
    await expect(
      page.getByRole('link', { name: translator('zh-CN', 'common')('notFound.home') }),
    ).toBeVisible()
  }
})

function regionCount(code: string): number {
  return OFFICES.filter(({ region }) => region === code).length
}
