import type { Page } from '@playwright/test'
import type { Pool } from 'pg'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { translator } from '#lib/i18n/translator.ts'
import { bringAxe, findBarriers } from '#tests/support/browser/find-barriers.ts'
import { goTo, send } from '#tests/support/browser/journey.ts'
import type { TestOffice } from '#tests/support/browser/plant-test-office.ts'
import { expect, test } from '#tests/support/browser/test.ts'
import { workAtDesk } from '#tests/support/browser/work-at-desk.ts'

const say = translator('zh-CN', 'places')
const hours = translator('zh-CN', 'hours')
const changes = translator('zh-CN', 'changes')
const NEW = { region: '610703', office: 'hanzhong-nanzheng' }

test.use({ viewport: { width: 1366, height: 768 } })

test('a city admin opens an office from nothing, and a couple books its first time', async ({
  page,
  context,
  database,
  baseURL,
  openOffice,
  openPhone,
  somebody,
}) => {
  const { officeId } = await openOffice()
  await workAtDesk(context, database, { officeId, role: 'city-admin', within: '610700', origin: baseURL })
  await bringAxe(page)
  await page.goto('/desk/manage')
  await page.getByRole('link', { name: translator('zh-CN', 'manage')('page.places.title') }).click()
  await expect(page.getByRole('heading', { level: 1, name: '汉中市' })).toBeVisible()
  const found = await findBarriers(page, 'usual')

  await page.getByRole('link', { name: say('act.addRegion') }).click()
  await fill(page, {
    code: NEW.region,
    name_zh_cn: '南郑区',
    name_zh_hant: '南鄭區',
    name_en: 'Nanzheng District',
  })
  found.push(...(await findBarriers(page, 'usual')))
  await press(page, say('add.submit'))
  await expect(page.getByRole('heading', { level: 1, name: '南郑区' })).toBeVisible()

  await page.getByRole('link', { name: say('act.handDown') }).click()
  await fill(page, { phone: '0916-00000012' })
  found.push(...(await findBarriers(page, 'usual')))
  await press(page, say('region.submit'))
  await expect(page.getByText(say('region.saved', { count: 1 }))).toBeVisible()
  await page.goto(`/desk/manage/places?in=${NEW.region}`)

  await page.getByRole('link', { name: say('act.found') }).click()
  await fill(page, {
    id: NEW.office,
    name_zh_cn: '南郑区婚姻登记处',
    name_zh_hant: '南鄭區婚姻登記處',
    name_en: 'Nanzheng Marriage Registration Office',
    address_zh_cn: '示例路 9 号',
    latitude: '106.93',
    longitude: '33.00',
    hours_zh_cn: '工作日 9:00–17:00',
  })
  await page.locator('select[name="services.MARRIAGE"]').selectOption('register')
  await press(page, say('found.submit'))
  // Latitude and longitude were swapped: told at the field, and nothing typed is lost.
  await expect(page.locator('#latitude-error')).toBeVisible()
  await expect(page.locator('#name_en')).toHaveValue('Nanzheng Marriage Registration Office')
  found.push(...(await findBarriers(page, 'usual')))
  await fill(page, { latitude: '33.00', longitude: '106.93' })
  await press(page, say('found.submit'))
  await expect(page.getByText(say('office.founded'))).toBeVisible()
  await expect(page.getByText(say('office.unready'))).toBeVisible()
  await expect(page.getByText('0916-00000012')).toBeVisible()
  found.push(...(await findBarriers(page, 'usual')))

  await page.getByRole('link', { name: say('act.hours') }).click()
  await page.getByRole('link', { name: hours('newLane') }).click()
  await fill(page, { name: '结婚登记', 'rules.0.opens': '09:00', 'rules.0.closes': '12:00' })
  // Of a single window seven tenths are no place online.
  await fill(page, { 'rules.0.windows': '2' })
  await page.locator('input[name="services"][value="MARRIAGE"]').check()
  await press(page, hours('form.propose'))
  await press(page, changes('choose.on'))
  await press(page, changes('make.none', { count: 0 }))
  await page.waitForURL(/\/desk\/manage\/changes\/[0-9a-f-]{36}$/)

  const office = await readTimes(database)
  const phone = await openPhone({ as: somebody({ sex: 'M' }), viewport: { width: 375, height: 800 } })
  await phone.goto(`/offices/${NEW.office}`)
  await expect(
    phone.getByText(translator('zh-CN', 'offices')('page.from', { place: '南郑区' })),
  ).toBeVisible()
  await goTo(phone, 'answers', { office, partner: somebody({ sex: 'F' }) })
  await send(phone)
  await phone.waitForURL(/\/appointment\/[0-9A-Z]{10}$/)
  await expect(phone.getByText('南郑区婚姻登记处').first()).toBeVisible()

  await page.goto('/desk/manage/places/import')
  await page.locator('#file').setInputFiles(await changedFile(page))
  await press(page, say('import.check'))
  await expect(page.getByRole('cell', { name: NEW.office })).toBeVisible()
  found.push(...(await findBarriers(page, 'usual')))
  await press(page, say('import.enter'))
  await expect(page.getByText(say('import.done', { founded: 0, edited: 1 }))).toBeVisible()
  await page.goto(`/desk/manage/places/office/${NEW.office}`)
  await expect(page.getByText(say('office.fromFile'))).toBeVisible()

  await page.getByRole('link', { name: say('act.edit') }).click()
  await fill(page, { phone: '0916-00000099', transit_zh_cn: '公交 9 路' })
  await overtake(database)
  await press(page, say('edit.submit'))
  await expect(page.getByText(say('edit.overtaken'))).toBeVisible()
  await expect(page.locator('#phone')).toHaveValue('0916-00000099')
  await expect(page.locator('#hours_en')).toHaveValue('8–16')
  found.push(...(await findBarriers(page, 'usual')))
  await press(page, say('edit.submit'))
  await expect(page.getByText(say('office.saved'))).toBeVisible()
  await expect(page.getByText('公交 9 路').first()).toBeVisible()
  expect(found).toEqual([])
})

/** A colleague changes the hours and the number while the form is open. */
async function overtake(database: Pool): Promise<void> {
  await database.query(
    `UPDATE office SET version = version + 1, phone = '0916-00000055', hours = hours || '{"en": "8–16"}' WHERE id = $1`,
    [NEW.office],
  )
}

async function fill(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(values)) await page.locator(`[id="${name}"]`).fill(value)
}

function press(page: Page, name: string): Promise<void> {
  return page.getByRole('button', { name, exact: true }).click()
}

/** The exported file of the new office with another address in it. */
async function changedFile(page: Page) {
  const exported = await page.request.get(`/desk/manage/places/export?in=${NEW.region}`)
  const text = (await exported.text()).replace('示例路 9 号', '示例路 19 号')
  return { name: 'offices.csv', mimeType: 'text/csv', buffer: Buffer.from(text) }
}

/** The times that the new office has on offer. */
async function readTimes(database: Pool): Promise<TestOffice> {
  const { office: officeId } = NEW
  const { rows } = await database.query<{ id: number; date: string; startTime: string }>(
    `SELECT id, date::text AS date, start_time AS "startTime" FROM slot WHERE office_id = $1 AND open ORDER BY date, start_time`,
    [officeId],
  )
  // Today and tomorrow may be too late already.
  const slots = rows.map((row) => ({ ...row, date: calendarDate(row.date) }))
  const days = [...new Set(slots.map(({ date }) => date))].slice(3)
  return { officeId, laneId: '', slots, days }
}
