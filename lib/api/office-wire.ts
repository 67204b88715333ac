import { z } from '@hono/zod-openapi'
import type { NextFree } from '#lib/booking/find-next-free.ts'
import type { Locale } from '#lib/domain/localized-text.ts'
import { OFFICE_TIERS, SERVICE_MODES } from '#lib/domain/place.ts'
import type { getOffice } from '#lib/office/get-office.ts'
import type { OfficeListed } from '#lib/office/list-offices.ts'
import type { listStops } from '#lib/office/list-stops.ts'
import { dateSchema, officeNameSchema, partyTypeSchema, serviceSchema, timeSchema } from './schemas.ts'

type OfficeDetail = NonNullable<Awaited<ReturnType<typeof getOffice>>>

export const officeId = z
  .string()
  .max(60)
  .openapi({ param: { name: 'id', in: 'path' }, type: 'string', example: 'cd-jinjiang' })

const officeFields = {
  id: z.string(),
  name: z.string(),
  tier: z.enum(OFFICE_TIERS),
  region: z.object({ code: z.string(), name: z.string() }),
  address: z.string(),
  location: z.object({ lat: z.number(), lng: z.number() }),
  phone: z.string(),
  hours: z.string(),
  services: z.array(serviceSchema),
  partly: z.array(z.object({ service: serviceSchema, mode: z.enum(SERVICE_MODES) })),
  accepts: z.array(partyTypeSchema),
  facilities: z.array(z.string()),
  onlineBooking: z.boolean(),
  instead: z.string().optional(),
  announcement: z.string().optional(),
  transit: z.string().optional(),
  distanceMeters: z.int().optional(),
  nextFree: z.object({ date: dateSchema, start: timeSchema }).optional(),
}

export const officeSchema = z.object(officeFields).openapi('Office')

export const officeDetailSchema = z
  .object({
    ...officeFields,
    parent: officeNameSchema.optional(),
    children: z.array(officeNameSchema),
    stops: z
      .array(
        z.object({
          date: dateSchema,
          opens: timeSchema,
          closes: timeSchema,
          place: z.string(),
          address: z.string(),
          location: z.object({ lat: z.number(), lng: z.number() }),
        }),
      )
      .optional(),
    lanes: z.array(
      z.object({ id: z.string(), name: z.string(), services: z.array(serviceSchema), slotMinutes: z.int() }),
    ),
  })
  .openapi('OfficeDetail')

/** An office in one language. `services` are done there in full, `partly` those where it only looks at papers or advises. */
export function wireOffice(
  office: OfficeListed,
  locale: Locale,
  nextFree: NextFree | undefined,
): z.input<typeof officeSchema> {
  const { parentId, name, region, address, hours, transit, instead, announcement, services, ...rest } = office
  const { origins, closedOn, ...same } = rest
  return {
    ...same,
    name: name[locale],
    region: { code: region.code, name: region.name[locale] },
    address: address[locale],
    hours: hours[locale],
    services: services.filter((one) => one.mode === 'register').map((one) => one.service),
    partly: services.filter((one) => one.mode !== 'register'),
    accepts: [...office.accepts],
    facilities: [...office.facilities],
    ...(transit ? { transit: transit[locale] } : {}),
    ...(instead ? { instead: instead[locale] } : {}),
    ...(announcement ? { announcement: announcement[locale] } : {}),
    ...(nextFree ? { nextFree } : {}),
  }
}

/** The same with all that belongs to it; `stops` of an office that goes about: where it stands in the coming weeks. */
export function wireOfficeDetail(
  detail: OfficeDetail,
  locale: Locale,
  stops: Awaited<ReturnType<typeof listStops>> = [],
): z.input<typeof officeDetailSchema> {
  const { parent, children, lanes, ...office } = detail
  return {
    ...wireOffice(office, locale, undefined),
    ...(parent ? { parent: { id: parent.id, name: parent.name[locale] } } : {}),
    ...(detail.tier === 'mobile'
      ? {
          stops: stops.map(({ id, place, address, lat, lng, ...same }) => ({
            ...same,
            place: place[locale],
            address: address[locale],
            location: { lat, lng },
          })),
        }
      : {}),
    children: children.map((child) => ({ id: child.id, name: child.name[locale] })),
    lanes: lanes.map((lane) => ({ ...lane, name: lane.name[locale], services: [...lane.services] })),
  }
}
