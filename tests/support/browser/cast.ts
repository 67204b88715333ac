import type { Page } from '@playwright/test'
import type { Pool } from 'pg'
import type { JourneyStep } from '#lib/domain/journey.ts'
import type { PartyFacts } from '#lib/domain/party.ts'
import { SERVICE_FACTS, type Service } from '#lib/domain/service.ts'
import { demoPerson } from '#prisma/seed/demo-people.ts'
import { ageSessions } from './age-sessions.ts'
import { answerComing, askToCome, readComingLink, rememberMiss } from './ask-to-come.ts'
import { comeToFullOffice, standInLine } from './cast-in-line.ts'
import { finishVisit } from './finish-visit.ts'
import { firstDay, goTo, send } from './journey.ts'
import { loseTime } from './lose-time.ts'
import type { Place } from './places.ts'
import { walkSecondVisit } from './second-visit.ts'
import type { PhoneWish, TestFixtures } from './test.ts'
import { typeContact } from './type-contact.ts'
import type { Who } from './who.ts'

/** What a test lends to those who bring a situation about. */
export type Props = Pick<TestFixtures, 'openPhone' | 'somebody' | 'openOffice' | 'hotline'> & {
  readonly database: Pool
  readonly baseURL: string | undefined
}

export interface Situation {
  readonly as?: PartyFacts
  /** What is filled into paths. */
  readonly names: Readonly<Record<string, string>>
}

// Situations last for the minutes of a run, so each worker brings each about once; but who gives a contact has to have
// signed in a moment ago.
const situations = new Map<Who, Promise<Situation>>()
const FRESH: readonly Who[] = ['giving a contact', 'mistyping a contact']

/** A phone in the hands of somebody in this situation, and the way from a place to its address there. */
export async function cast(
  who: Who,
  props: Props,
  wish: PhoneWish,
): Promise<{ page: Page; addressOf: (place: Place) => string }> {
  const known = (FRESH.includes(who) ? undefined : situations.get(who)) ?? bringAbout(who, props)
  situations.set(who, known)
  const { as, names } = await known
  const page = await props.openPhone({ ...wish, ...(as && { as }) })
  const all: Readonly<Record<string, string>> = {
    ...names,
    ...(await beginSignIn(who, page, props.baseURL ?? '')),
  }
  if (FRESH.includes(who)) await typeContact(page, who === 'mistyping a contact')
  if (who === 'signed in long ago' && as) await ageSessions(props.database, as, 11)
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
    case 'giving a contact':
    case 'mistyping a contact':
    case 'signed in long ago':
      return { as: props.somebody(), names: {} }
    case 'proving a phone': {
      const situation = await walk(props, 'MARRIAGE', 'you')
      const page = await props.openPhone(situation)
      await page.goto('/book/you')
      await page.locator('#phone').fill(props.somebody().phone)
      await send(page)
      await page.waitForURL('**/book/phone?**')
      await page.context().close()
      return situation
    }
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
    case 'confirmed':
      return (await agree(props)).first
    case 'asking to move':
      return (await askToMove(props)).first
    case 'asked to move':
      return (await askToMove(props)).second
    case 'asked to move quietly':
      return (await askToMove(props, 'DIVORCE_APPLICATION')).second
    case 'kept after a move': {
      const { moved, first, second } = await askToMove(props)
      await hotline.decline(moved, second.as)
      return first
    }
    case 'moved too often': {
      const { first } = await agree(props)
      await database.query('UPDATE appointment SET move_count = 3 WHERE code = $1', [first.names.code])
      return first
    }
    case 'too late to change': {
      const { first } = await agree(props)
      await database.query(
        `UPDATE slot SET date = now() AT TIME ZONE 'Asia/Shanghai', end_time = '23:59'
         WHERE id = (SELECT slot_id FROM appointment WHERE code = $1)`,
        [first.names.code],
      )
      return first
    }
    case 'offered another time':
    case 'good without a time': {
      const { first } = await agree(props)
      await loseTime(database, first.names.code ?? '', who === 'good without a time' ? 'stands' : 'offered')
      return first
    }
    case 'coming alone':
      return (await book(props, 'REISSUE_MARRIAGE')).first
    case 'declined': {
      const { booked, first, second } = await book(props)
      await hotline.decline(booked, second.as)
      return first
    }
    case 'cooling off':
      return { as: demoPerson('cooling-1'), names: {} }
    case 'in the window':
      return { as: demoPerson('window-2'), names: {} }
    case 'booking a second visit':
      return walkSecondVisit(props)
    case 'expired': {
      const { booked, first } = await book(props)
      await database.query(
        `UPDATE appointment SET held_until = now() - interval '1 minute' WHERE code = $1`,
        [booked.code],
      )
      return first
    }
    case 'asked to come':
      return askedToCome(props)
    case 'coming':
      return askedToCome(props, 'yes')
    case 'not coming':
      return askedToCome(props, 'no')
    case 'not coming quietly':
      return askedToCome(props, 'no', 'DIVORCE_APPLICATION')
    case 'missed once': {
      const { booked, first } = await agree(props)
      await rememberMiss(database, booked.code)
      return first
    }
    case 'at a full office':
      return comeToFullOffice(props)
    case 'standing in line':
      return standInLine(props)
    case 'standing in line quietly':
      return standInLine(props, 'DIVORCE_APPLICATION')
    case 'rating a visit':
      return rating(props)
    case 'rating quietly':
      return rating(props, 'DIVORCE_APPLICATION')
    case 'has rated':
      return rating(props, 'MARRIAGE', true)
    case 'offered a seat':
      return standInLine(props, 'MARRIAGE', true)
  }
}

async function walk(
  { openPhone, somebody, openOffice }: Props,
  service: Service,
  until: JourneyStep = 'answers',
): Promise<Situation> {
  const [as, partner] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const page = await openPhone({ as })
  await goTo(page, until, { service, office: await openOffice(), partner })
  await page.context().close()
  return { as, names: {} }
}

async function book({ somebody, openOffice, hotline }: Props, service: Service = 'MARRIAGE') {
  const [one, other] = [somebody({ sex: 'M' }), somebody({ sex: 'F' })]
  const office = await openOffice(service === 'REISSUE_MARRIAGE' ? { services: [service] } : {})
  const parties = SERVICE_FACTS[service].parties === 2 ? [one, other] : [one]
  const booked = await hotline.book({ slotId: firstDay(office)[0]?.id ?? 0, service, parties })
  const [, day = ''] = office.days
  const slot = office.slots.find(({ date }) => date === day)?.id ?? 0
  const names = { code: booked.code, partnerCode: booked.partnerCode ?? '', day, slot: String(slot) }
  return { booked, slot, first: { as: one, names }, second: { as: other, names } }
}

async function agree(props: Props, service?: Service) {
  const story = await book(props, service)
  await props.hotline.confirm(story.booked, story.second.as)
  return story
}

async function askToMove(props: Props, service?: Service) {
  const { booked, slot, first, second } = await agree(props, service)
  const moved = await props.hotline.move(booked, first.as, slot)
  const names = { ...second.names, partnerCode: moved.partnerCode ?? '' }
  return { moved, first, second: { ...second, names } }
}

async function askedToCome(props: Props, answer?: 'yes' | 'no', service?: Service): Promise<Situation> {
  const { booked, first } = await agree(props, service)
  await askToCome(props.database, booked.code)
  const page = await props.openPhone({ as: first.as })
  const coming = await readComingLink(page, booked.code)
  if (answer) await answerComing(page, coming, answer)
  await page.context().close()
  return { as: first.as, names: { ...first.names, coming } }
}

async function rating(
  { database, openOffice }: Props,
  service: Service = 'MARRIAGE',
  rated = false,
): Promise<Situation> {
  const { officeId } = await openOffice()
  return { names: { rating: await finishVisit(database, { officeId, service, rated }) } }
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
