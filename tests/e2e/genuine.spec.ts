import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { drawQrCode } from '#lib/booking/draw-qr-code.ts'
import { signVoucher } from '#lib/booking/sign-voucher.ts'
import type { Voucher } from '#lib/domain/voucher.ts'
import { translator } from '#lib/i18n/translator.ts'
import { agreed } from '#tests/support/browser/agreed-couple.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const tell = translator('zh-CN', 'genuine')

/** The link that a camera finds in the drawing on the page: made anew with the server's keys, and the same drawing. */
async function linkOf(page: Page, voucher: Voucher): Promise<string> {
  const { BROWSER_TEST_DATA: dataDir = '' } = process.env
  const { VOUCHER_KEY } = JSON.parse(await readFile(join(dataDir, 'keys.json'), 'utf8'))
  process.env.VOUCHER_KEY = VOUCHER_KEY
  const link = `${new URL(page.url()).origin}/genuine?v=${signVoucher(voucher)}`
  const modules = /stroke="#000000" d="([^"]+)"/.exec(await drawQrCode(link))?.[1] ?? 'none'
  await expect(page.locator('main [role=img] path[stroke]')).toHaveAttribute('d', modules)
  return link
}

test.describe('whoever scans a voucher', () => {
  test('is told whether it is genuine, moved or cancelled, and nothing else', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    database,
  }) => {
    const props = { openPhone, openOffice, somebody, hotline }
    const { page, booked, code, parties, office, voucher } = await agreed(props)
    const link = await linkOf(page, voucher())
    expect(link).toContain(`/genuine?v=${code}.${office.officeId}.`)
    const stranger = await openPhone({ as: somebody() })
    const answer = stranger.locator('main').getByRole('status')
    const sees = async (address: string, name: string) => {
      await stranger.goto(address)
      await expect(answer).toContainText(tell(`answer.${name}.title`))
      const shown = await stranger.content()
      for (const { name: own, phone, documentNumber } of parties) {
        for (const secret of [own, phone, documentNumber]) expect(shown).not.toContain(secret)
      }
    }
    await sees(link, 'valid')
    await sees(link.replace(/.{4}$/, 'AAAA'), 'wrong-signature')
    await sees(link.replace(office.officeId, 'anji'), 'wrong-signature')
    await sees(link.slice(0, -9), 'broken-voucher')

    const to = office.slots.find(({ date }) => date === office.days[1])?.id ?? 0
    const moved = await hotline.move(booked, parties[0], to)
    await page.reload()
    expect(await linkOf(page, voucher())).toBe(link)
    await sees(link, 'waiting')
    await page.goto(`/voucher/${code}`)
    expect(await linkOf(page, voucher())).toBe(link)
    await expect(page.getByText(translator('zh-CN', 'voucher')('page.moveWaits'))).toBeVisible()
    await page.goto(`/appointment/${code}`)
    await hotline.confirm(moved, parties[1])
    await sees(link, 'changed')
    await page.reload()
    const renewed = await linkOf(page, voucher(1))
    expect(renewed).not.toBe(link)
    await sees(renewed, 'valid')
    await database.query(`UPDATE appointment SET status = 'cancelled' WHERE code = $1`, [code])
    await sees(renewed, 'void')
    await page.reload()
    await expect(page.locator('main [role=img]')).toHaveCount(0)
  })

  test('learns nothing from a code alone, and is told which address is ours', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    baseURL,
  }) => {
    const { code } = await agreed({ openPhone, openOffice, somebody, hotline })
    const page = await openPhone({ as: somebody() })
    const answers: [string, string][] = [
      [code, 'code'],
      ['7K3Q-9M2X-42', 'code'],
      ['7K3Q-9M2X-4A', 'unclear'],
      [baseURL ?? '', 'ours'],
      ['http://localhost.evil.example/genuine', 'foreign'],
      ['https://hunyin-yuyue.example/', 'foreign'],
    ]
    const told = new Map<string, string>()
    for (const [typed, name] of answers) {
      await page.goto('/genuine')
      await page.locator('#v').fill(typed)
      await page.getByRole('button', { name: tell('submit') }).click()
      const answer = page.locator('main').getByRole('status')
      await expect(answer).toContainText(tell(`answer.${name}.title`))
      told.set(typed, await answer.innerText())
    }
    expect(told.get(code)).toBe(told.get('7K3Q-9M2X-42'))
  })

  test('may not go on trying signatures', async ({ openPhone, openOffice, somebody, hotline }) => {
    const { page, voucher } = await agreed({ openPhone, openOffice, somebody, hotline })
    const link = await linkOf(page, voucher())
    const stranger = await openPhone({ as: somebody() })
    const answer = stranger.locator('main').getByRole('status')
    for (let tries = 0; tries < 6; tries += 1) {
      await stranger.goto(`${link.slice(0, -4)}AAA${'AQgw'[tries % 4]}`)
      await expect(answer).toContainText(tell(`answer.${tries < 5 ? 'wrong-signature' : 'too-many'}.title`))
    }
    const desk = await openPhone({ as: somebody() })
    for (let times = 0; times < 8; times += 1) {
      await desk.goto(link)
      await expect(desk.locator('main').getByRole('status')).toContainText(tell('answer.valid.title'))
    }
  })
})
