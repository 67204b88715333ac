import type { Page } from '@playwright/test'
import type { Pool } from 'pg'
import type { PartyFacts } from '#lib/domain/party.ts'
import type { Service } from '#lib/domain/service.ts'
import { firstDay, goTo, send } from './journey.ts'
import type { Place, Who } from './places.ts'
import type { PhoneWish, TestFixtures } from './test.ts'
import { comeTooLate, offerSeat, readPlace } from './waiting.ts'

/** What a test lends to those who bring a situation about. */
export type Props = Pick<TestFixtures, 'openPhone' | 'somebody' | 'openOffice' | 'hotline'> & {
  readonly database: Pool
  readonly baseURL: string | undefined
}

interface Situation {
  readonly as?: PartyFacts
  /** What is filled into paths. */
  readonly names: Readonly<Record<string, string>>
}

// Situations last for the minutes of a run, so each worker brings each about once.
const situations = new Map<Who, Promise<Situation>>()

/** A phone in the hands of somebody in this situation, and the way from a place to its address there. */
export async function cast(
  who: Who,
  props: Props,
  wish: PhoneWish,
): Promise<{ page: Page; addressOf: (place: Place) => string }> {
  const known = situations.get(who) ?? bringAbout(who, props)
  situations.set(who, known)
  const { as, names } = await known
  const page = await props.openPhone({ ...wish, ...(as && { as }) })
  const all: Readonly<Record<string, string>> = {
    ...names,
    ...(await beginSignIn(who, page, props.baseURL ?? '')),
  }
  return {
    page,
    addressOf: ({ path }) => path.replace(/\{(\w+)\}/g, (_, name: string) => all[name] ?? name),
  }
}

async function bringAbout(who: Who, props: Props): Promise<Situation> {
  const { hotline, database } = props
  switch (who) {
    case 'nobody':
    case 'choosing an identity':
    case 'misspelling an identity':
      return { names: {} }
    case 'booking a marriage':
      return walk(props, 'MARRIAGE')
    case 'booking a divorce':
      return walk(props, 'DIVORCE_APPLICATION')
    case 'waiting':
      return (await book(props)).first
    case 'asked':
      return (await book(props)).second
    case 'waiting quietly':
      return (await book(props, 'DIVORCE_APPLICATION')).first
    case 'asked quietly':
      return (await book(props, 'DIVORCE_APPLICATION')).second
    case 'confirmed': {
      const { booked, first, second } = await book(props)
      await hotline.confirm(booked, second.as)
      return first
    }
    case 'declined': {
      const { booked, first, second } = await book(props)
      await hotline.decline(booked, second.as)
      return first
    }
    case 'expired': {
      const { booked, first } = await book(props)
      await database.query(
        `UPDATE appointment SET held_until = now() - interval '1 minute' WHERE code = $1`,
        [booked.code],
      )
      return first
    }
    case 'at a full office':
      return comeToFullOffice(props)
    case 'standing in line':
      return standInLine(props)
    case 'standing in line quietly':
      return standInLine(props, 'DIVORCE_APPLICATION')
    case 'offered a seat':
      return standInLine(props, 'MARRIAGE', true)
  }
}

async function walk({ openPhone, somebody, openOffice }: Props, service: Service): Promise<Situation> {
  const [as, partner] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const page = await openPhone({ as })
  await goTo(page, 'answers', { service, office: await openOffice(), partner })
  await page.context().close()
  return { as, names: {} }
}

async function book({ somebody, openOffice, hotline }: Props, service: Service = 'MARRIAGE') {
  const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const office = await openOffice()
  const parties = [one, other]
  const booked = await hotline.book({ slotId: firstDay(office)[0]?.id ?? 0, service, parties })
  const names = { code: booked.code, partnerCode: booked.partnerCode ?? '' }
  return { booked, first: { as: one, names }, second: { as: other, names } }
}

async function comeToFullOffice(props: Props): Promise<Situation> {
  const { page, as } = await arriveTooLate(props, 'MARRIAGE')
  await page.context().close()
  return { as, names: {} }
}

async function standInLine(
  props: Props,
  service: Service = 'MARRIAGE',
  isOffered = false,
): Promise<Situation> {
  const { page, as, office } = await arriveTooLate(props, service)
  await send(page)
  await page.waitForURL('**/waiting?joined=1')
  await page.context().close()
  const names = await readPlace(props.database, office)
  if (isOffered) await offerSeat(props.database, office, names.entry)
  return { as, names }
}

async function arriveTooLate({ openPhone, somebody, openOffice, database }: Props, service: Service) {
  const [as, partner] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const office = await openOffice()
  const page = await openPhone({ as })
  await comeTooLate(page, database, { service, office, partner })
  return { page, as, office }
}

async function beginSignIn(who: Who, page: Page, origin: string): Promise<Record<string, string>> {
  if (who !== 'choosing an identity' && who !== 'misspelling an identity') return {}
  const begin = await page.request.post('/sign-in/start', { headers: { origin }, form: { to: '/' } })
  const choose = begin.url()
  if (who === 'misspelling an identity') {
    const form = { name: '', documentType: 'RESIDENT_ID', documentNumber: '110000199001010010', phone: '1' }
    await page.request.post(choose, { form })
  }
  return { choose }
}
