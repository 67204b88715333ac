import { maskPhone } from '#lib/domain/masking.ts'
import { translator } from '#lib/i18n/translator.ts'
import { firstDay, send } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'letters')
const agree = translator('zh-CN', 'appointment')

test('whoever is asked finds the message in the demo inbox, and its link leads to the question', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
}) => {
  const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const [, asked] = parties
  const { code } = await hotline.book({ slotId: firstDay(await openOffice())[0]?.id ?? 0, parties })
  const page = await openPhone({ as: asked })
  await page.goto('/')
  await page
    .getByRole('contentinfo')
    .getByRole('link', { name: say('inbox.link') })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: say('inbox.title') })).toBeVisible()
  const letter = page.getByRole('main').getByRole('listitem').filter({ hasText: code })
  await expect(async () => {
    await page.getByLabel(say('inbox.filter')).fill(asked.phone.slice(-4))
    await page.getByRole('button', { name: say('inbox.submit') }).click()
    await expect(letter).toHaveCount(1, { timeout: 1000 })
  }).toPass({ timeout: 20_000 })
  await expect(letter).toContainText(maskPhone(asked.phone))
  await expect(letter).not.toContainText(asked.phone)
  await letter.getByRole('link').click()
  await expect(page.locator('#confirm')).not.toHaveValue('')
  await send(page)
  await expect(page.getByRole('main')).toContainText(agree('agree.reviewTitle'))
  await expect(page).toHaveURL(new RegExp(`/agree/${code}`))
})
