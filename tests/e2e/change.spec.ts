import type { Page } from '@playwright/test'
import { translator } from '#lib/i18n/translator.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { expect, type PhoneWish, test } from '#tests/support/browser/test.ts'
import { workAtDesk } from '#tests/support/browser/work-at-desk.ts'

const say = translator('zh-CN', 'changes')
const told = translator('zh-CN', 'changed')
const appointment = translator('zh-CN', 'appointment')
const SCREEN: PhoneWish = { viewport: { width: 1366, height: 768 } }

test('a day is closed with open eyes: the picture, the move, a couple takes the kept time; then a storm', async ({
  openPhone,
  openOffice,
  somebody,
  hotline,
  database,
  baseURL,
}) => {
  const office = await openOffice({ services: ['MARRIAGE'] })
  const [first = '', , third = '', , last = ''] = office.days
  const book = async (day: string) => {
    const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
    const slotId = office.slots.find(({ date }) => date === day)?.id ?? 0
    const booked = await hotline.book({ slotId, parties })
    await hotline.confirm(booked, parties[1])
    return { ...booked, parties }
  }
  const [one, two, later] = [await book(first), await book(first), await book(third)]
  const desk = await openPhone(SCREEN)
  await bringAxe(desk)
  const post = { officeId: office.officeId, role: 'office-manager', origin: baseURL } as const
  await workAtDesk(desk.context(), database, post)
  const main = desk.getByRole('main')

  await desk.goto('/desk/manage/changes')
  const found = [await findBarriers(desk, 'usual')]
  await desk.getByRole('link', { name: say('kind.close.title') }).click()
  await desk.waitForURL('**/changes/new/close')
  await desk.locator('#from').fill(last)
  await desk.locator('#until').fill(first)
  await press(desk, say('look'))
  await desk.waitForURL('**wrong=ends-before-start')
  found.push(await findBarriers(desk, 'usual'))
  await desk.locator('#from').fill(first)
  await press(desk, say('look'))
  await desk.waitForURL('**/changes/look/*')
  await expect(main).toContainText(say('figures.couples'))
  await expect(main.getByRole('row')).toHaveCount(2 + 3)
  found.push(await findBarriers(desk, 'usual'))
  await press(desk, say('choose.on'))
  await desk.waitForURL('**/confirm?choice=move')
  found.push(await findBarriers(desk, 'usual'))
  await press(desk, say('make.move', { count: 2 }))
  await desk.waitForURL(/\/changes\/[0-9a-f-]{36}$/)
  await expect(main.getByText(say('state.offered')).first()).toBeVisible()
  await expect(main.getByText(say('progress.dealt', { dealt: 2, all: 2 })).first()).toBeVisible()
  found.push(await findBarriers(desk, 'usual'))

  const phone = await openPhone({ as: one.parties[1] })
  await phone.goto(`/appointment/${one.code}`)
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(appointment('heading.displaced'))
  await phone.getByRole('button', { name: told('offered.take') }).click()
  await expect(phone.getByRole('heading', { level: 1 })).toHaveText(appointment('heading.confirmed'))
  await expect(phone.getByText(told('moved.title'))).toBeVisible()
  await desk.reload()
  await expect(main.getByText(say('state.moved')).first()).toBeVisible()
  await expect(main.getByRole('cell', { name: say('state.offered') })).toHaveCount(1)
  expect(two.code).not.toBe(one.code)

  await desk.goto('/desk/manage/changes/new/storm')
  for (const name of ['from', 'until']) await desk.locator(`#${name}`).fill(third)
  await press(desk, say('look'))
  await desk.waitForURL('**?choice=storm')
  await press(desk, say('choose.on'))
  await desk.waitForURL('**/confirm?choice=storm')
  await desk.locator('#until').fill(last)
  found.push(await findBarriers(desk, 'usual'))
  await press(desk, say('make.storm', { count: 1 }))
  await desk.waitForURL(/\/changes\/[0-9a-f-]{36}$/)
  await expect(main.getByText(say('state.stands')).first()).toBeVisible()
  const other = await openPhone({ as: later.parties[0] })
  await other.goto(`/appointment/${later.code}`)
  await expect(other.getByRole('heading', { level: 1 })).toHaveText(appointment('heading.kept-open'))
  expect(found.flat()).toEqual([])
})

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click()
}
