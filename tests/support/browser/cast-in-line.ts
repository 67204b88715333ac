import type { Service } from '#lib/domain/service.ts'
import type { Props, Situation } from './cast.ts'
import { send } from './journey.ts'
import { comeTooLate, offerSeat, readPlace } from './waiting.ts'

/** Where every day is full. */
export async function comeToFullOffice(props: Props): Promise<Situation> {
  const { page, as } = await arriveTooLate(props, 'MARRIAGE')
  await page.context().close()
  return { as, names: {} }
}

/** In the line of a full office; with a seat that came free, if wished. */
export async function standInLine(
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
