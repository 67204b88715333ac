import { translator } from '#lib/i18n/translator.ts'
import { askToCome, readComingLink, rememberMiss } from '#tests/support/browser/ask-to-come.ts'
import { book, firstDay, goTo } from '#tests/support/browser/journey.ts'
import { expect, test } from '#tests/support/browser/test.ts'

const say = translator('zh-CN', 'coming')
const appointment = translator('zh-CN', 'appointment')
const misses = translator('zh-CN', 'misses')

test.describe('who is asked whether they still come', () => {
  for (const javaScriptEnabled of [true, false]) {
    test(`says yes in one tap, on a phone that is not signed in, ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async ({
      openPhone,
      openOffice,
      somebody,
      hotline,
      database,
    }) => {
      const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
      const slotId = firstDay(await openOffice())[0]?.id ?? 0
      const booked = await hotline.book({ slotId, parties })
      await hotline.confirm(booked, parties[1])
      await askToCome(database, booked.code)
      const own = await openPhone({ as: parties[0] })
      const token = await readComingLink(own, booked.code)
      const page = await openPhone({ javaScriptEnabled })
      await page.goto(`/coming/${token}`)
      await expect(page.getByRole('heading', { name: say('question.title') })).toBeVisible()
      await expect(page.locator('main')).not.toContainText('*')
      // Whoever only opens the link, or a messenger that looks at it beforehand, changes nothing.
      expect(await answersOf()).toEqual([false, false])
      await page.getByRole('button', { name: say('question.yes') }).click()
      await expect(page.getByRole('heading', { name: say('yes.title') })).toBeVisible()
      expect(await answersOf()).toEqual([true, false])
      await own.reload()
      await expect(own.getByText(say('own.said'))).toBeVisible()
      await expect(own.getByRole('main')).toContainText(appointment('lead.confirmed'))

      async function answersOf() {
        const { rows } = await database.query<{ yes: boolean }>(
          `SELECT p.coming_at IS NOT NULL AS yes FROM party p JOIN appointment a ON a.id = p.appointment_id
           WHERE a.code = $1 ORDER BY p.role`,
          [booked.code],
        )
        return rows.map(({ yes }) => yes)
      }
    })
  }

  test('says no, once more after a warning, and the seat is free for others and gone for the partner', async ({
    openPhone,
    openOffice,
    somebody,
    hotline,
    database,
  }) => {
    const parties = [somebody({ sex: 'M' }), somebody({ sex: 'F' })] as const
    const slotId = firstDay(await openOffice())[0]?.id ?? 0
    const booked = await hotline.book({ slotId, parties })
    await hotline.confirm(booked, parties[1])
    await askToCome(database, booked.code)
    const page = await openPhone({ as: parties[1] })
    await page.goto('/mine')
    await page.getByRole('link', { name: say('own.answer') }).click()
    await expect(page.getByRole('heading', { name: say('question.title') })).toBeVisible()
    await page.goto(`/appointment/${booked.code}`)
    await expect(page.getByText(say('own.title'))).toBeVisible()
    await expect(page.getByRole('main')).toContainText(appointment('lead.confirmedAsked'))
    await page.getByRole('link', { name: say('question.no') }).click()
    await expect(page.getByText(say('no.leadTwo'))).toBeVisible()
    await page.getByRole('link', { name: say('no.keep') }).click()
    await expect(page.getByRole('heading', { name: say('question.title') })).toBeVisible()
    await page.getByRole('link', { name: say('question.no') }).click()
    await page.getByRole('button', { name: say('no.submit') }).click()
    await expect(page.getByRole('heading', { name: say('over.title') })).toBeVisible()
    const { rows } = await database.query('SELECT taken FROM slot WHERE id = $1', [slotId])
    expect(rows).toEqual([{ taken: 0 }])
    const partner = await openPhone({ as: parties[0] })
    await partner.goto(`/appointment/${booked.code}`)
    await expect(partner.getByRole('heading', { name: appointment('heading.cancelled') })).toBeVisible()
  })
})

test('somebody who missed one appointment hears what a second would mean, before sending the answers', async ({
  openPhone,
  openOffice,
  somebody,
  database,
}) => {
  const [one, partner] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const office = await openOffice()
  const page = await openPhone({ as: one })
  const code = await book(page, { office, partner })
  await expect(page.getByText(misses('next.title'))).toBeHidden()
  await rememberMiss(database, code)
  await page.reload()
  await expect(page.getByText(misses('next.title'))).toBeVisible()
  await goTo(page, 'answers', { office, partner, slot: 1 })
  await expect(page.getByText(misses('next.title'))).toBeVisible()
  const other = await openPhone({ as: partner })
  await other.goto(`/appointment/${code}`)
  await expect(other.getByRole('heading', { name: appointment('heading.awaiting-you') })).toBeVisible()
  await expect(other.getByText(misses('next.title'))).toBeHidden()
})
