import { groupedCode } from '#lib/domain/appointment-code.ts'
import { translator } from '#lib/i18n/translator.ts'
import { firstDay, send } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'appointment')
const refuse = translator('zh-CN', 'refusals')

test('a code with a wrong check character and one that was never given sound the same', async ({
  openPhone,
  somebody,
}) => {
  const page = await openPhone({ as: somebody() })
  for (const code of ['7K3Q-9M2X-4A', '0000-0000-00', 'HELLO']) {
    await page.goto('/appointment')
    await page.locator('#code').fill(code)
    await page.locator('#lastFour').fill('0013')
    await send(page)
    await expect(page.getByRole('alert').filter({ hasText: say('lookUp.notFound') })).toBeVisible()
    await expect(page.locator('#code')).toHaveValue(code)
    await expect(page).toHaveTitle(/^错误：/)
  }
})

test('guessing the last four of a document ends after a few tries', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
}) => {
  const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const { code } = await hotline.book({ slotId: firstDay(await openOffice())[0]?.id ?? 0, parties })
  const page = await openPhone({ as: somebody() })
  await page.goto('/appointment')
  for (let tries = 0; tries < 6; tries += 1) {
    await page.locator('#code').fill(code)
    await page.locator('#lastFour').fill(`000${tries}`)
    await send(page)
    await expect(page.getByRole('alert').filter({ has: page.getByRole('link') })).toContainText(
      say(tries < 5 ? 'lookUp.notFound' : 'lookUp.tooMany'),
    )
  }
})

test('somebody else’s appointment is as if it were not there', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
}) => {
  const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const { code, partnerCode } = await hotline.book({
    slotId: firstDay(await openOffice())[0]?.id ?? 0,
    parties,
  })
  const stranger = await openPhone({ as: somebody() })
  for (const path of [`/appointment/${code}`, `/appointment/${code}/cancel`]) {
    await stranger.goto(path)
    await expect(stranger.getByRole('heading', { level: 1, name: say('lookUp.title') })).toBeVisible()
  }
  await stranger.goto(`/agree/${code}?confirm=${partnerCode}`)
  await expect(stranger.getByRole('main')).toContainText(say('agree.wrongPerson'))
  const shown = await stranger.locator('body').innerText()
  for (const secret of [groupedCode(code), ...parties.flatMap(({ name, phone }) => [name, phone])]) {
    expect(shown).not.toContain(secret)
  }
  const file = await stranger.request.get(`/appointment/${code}/calendar.ics`)
  expect(file.status()).toBe(404)
})

test('a partner code is void after five wrong tries', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
  database,
}) => {
  const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
  const { code, partnerCode } = await hotline.book({
    slotId: firstDay(await openOffice())[0]?.id ?? 0,
    parties,
  })
  const page = await openPhone({ as: parties[1] })
  for (let tries = 1; tries <= 5; tries += 1) {
    await page.goto(`/agree/${code}?confirm=AAAAAAA${tries + 1}`)
    await page.getByRole('button', { name: say('agree.yes') }).click()
    const reason = tries < 5 ? 'field.wrong-code' : 'field.no-tries-left'
    await expect(page.getByRole('main').getByRole('alert')).toContainText(refuse(reason))
  }
  await page.goto(`/agree/${code}?confirm=${partnerCode}`)
  await page.getByRole('button', { name: say('agree.yes') }).click()
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  const { rows } = await database.query('SELECT status FROM appointment WHERE code = $1', [code])
  expect(rows).toEqual([{ status: 'awaiting-partner' }])
})
