import { shanghaiToday } from '#lib/domain/clock.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Voucher } from '#lib/domain/voucher.ts'
import { firstDay } from './journey.ts'
import type { TestFixtures } from './test.ts'

type Props = Pick<TestFixtures, 'openPhone' | 'openOffice' | 'somebody' | 'hotline'>

/** Two people who have agreed, and the page of their appointment on the phone of the first. */
export async function agreed(props: Props, service: Service = 'MARRIAGE') {
  const parties = [props.somebody({ sex: 'M' }), props.somebody({ sex: 'F' })] as const
  const office = await props.openOffice()
  const booked = await props.hotline.book({ slotId: firstDay(office)[0]?.id ?? 0, service, parties })
  await props.hotline.confirm(booked, parties[1])
  const page = await props.openPhone({ as: parties[0] })
  await page.goto(`/appointment/${booked.code}`)
  const { code } = booked
  const { officeId, days } = office
  const voucher = (day = 0): Voucher => ({ code, officeId, date: days[day] ?? shanghaiToday(new Date()) })
  return { page, booked, code, parties, office, voucher }
}
