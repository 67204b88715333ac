import type { Pool, PoolClient } from 'pg'
import type { Prisma } from '#lib/db/generated/client.ts'
import { once } from '#lib/db/once.ts'
import type { Database } from '#lib/db/transaction.ts'
import type { CalendarDate } from '#lib/domain/calendar-date.ts'
import type { LocalizedText } from '#lib/domain/localized-text.ts'
import type { PartyType } from '#lib/domain/party-type.ts'
import type { Coordinates, OfficeTier, RegionLevel, ServiceMode } from '#lib/domain/place.ts'
import type { PlaceKey } from '#lib/domain/place-values.ts'
import type { Service } from '#lib/domain/service.ts'
import type { Origin } from './place-value.sql.ts'

/** The hot paths ask through the pool, a planting through its own connection. */
export type Queryable = Pick<Pool | PoolClient, 'query'>

/** A place as lists show it. */
export interface OfficeSummary {
  readonly id: string
  readonly name: LocalizedText
  readonly tier: OfficeTier
  readonly region: { readonly code: string; readonly name: LocalizedText }
  readonly parentId?: string
  readonly address: LocalizedText
  readonly transit?: LocalizedText
  readonly location: Coordinates
  readonly phone: string
  readonly hours: LocalizedText
  readonly services: readonly { readonly service: Service; readonly mode: ServiceMode }[]
  readonly accepts: readonly PartyType[]
  readonly facilities: readonly string[]
  readonly onlineBooking: boolean
  /** What to do where there is no online booking. */
  readonly instead?: LocalizedText
  readonly announcement?: LocalizedText
  /** First day on which it is no more. */
  readonly closedOn?: CalendarDate
  /** From where those values come that are not its own. */
  readonly origins?: Readonly<Partial<Record<PlaceKey, Origin>>>
}

interface OfficeLane {
  readonly id: string
  readonly name: LocalizedText
  readonly services: readonly Service[]
  readonly slotMinutes: number
}

/** A place as its own page shows it. */
export interface OfficeDetail extends OfficeSummary {
  readonly parent?: { readonly id: string; readonly name: LocalizedText }
  readonly children: readonly {
    readonly id: string
    readonly name: LocalizedText
    readonly tier: OfficeTier
  }[]
  readonly lanes: readonly OfficeLane[]
}

export interface RegionRecord {
  readonly code: string
  readonly name: LocalizedText
  readonly level: RegionLevel
  readonly parent?: string
}

const SUMMARY = {
  id: true,
  name: true,
  tier: true,
  region: { select: { code: true, name: true } },
  parentId: true,
  address: true,
  transit: true,
  lat: true,
  lng: true,
  phone: true,
  hours: true,
  services: { select: { service: true, mode: true } },
  accepts: true,
  facilities: true,
  onlineBooking: true,
  instead: true,
  announcement: true,
  closedOn: true,
} satisfies Prisma.OfficeSelect

const DETAIL = {
  ...SUMMARY,
  parent: { select: { id: true, name: true } },
  children: { select: { id: true, name: true, tier: true }, orderBy: { position: 'asc' } },
  lanes: {
    select: { id: true, name: true, services: true, slotMinutes: true },
    orderBy: { position: 'asc' },
  },
} satisfies Prisma.OfficeSelect

export interface OfficeFilter {
  /** A prefix of the region code. */
  readonly within?: string | undefined
  readonly service?: Service | undefined
  readonly modes?: readonly ServiceMode[] | undefined
  readonly accepts?: readonly PartyType[] | undefined
  /** Only those that there still are on this day. */
  readonly on?: CalendarDate | undefined
}

/** The offices that fit, in the order in which the product lists them. */
export async function findOffices(db: Database, filter: OfficeFilter): Promise<OfficeSummary[]> {
  const { within, service, modes, accepts, on } = filter
  const rows = await db.office.findMany({
    where: {
      ...(within ? { regionCode: { startsWith: literal(within) } } : {}),
      ...(on ? { OR: [{ closedOn: null }, { closedOn: { gt: dayAsInstant(on) } }] } : {}),
      ...(accepts ? { accepts: { hasEvery: [...accepts] } } : {}),
      ...(service ? { services: { some: { service, ...(modes ? { mode: { in: [...modes] } } : {}) } } } : {}),
    },
    select: SUMMARY,
    orderBy: { position: 'asc' },
  })
  return rows.map(summaryOf)
}

export async function findOffice(db: Database, id: string): Promise<OfficeDetail | undefined> {
  const row = await db.office.findUnique({ where: { id }, select: DETAIL })
  if (!row) return undefined
  return {
    ...summaryOf(row),
    ...(row.parent ? { parent: { id: row.parent.id, name: textOf(row.parent.name) } } : {}),
    children: row.children.map((child) => ({
      id: child.id,
      name: textOf(child.name),
      tier: child.tier as OfficeTier,
    })),
    lanes: row.lanes.map((lane) => ({
      id: lane.id,
      name: textOf(lane.name),
      services: lane.services as Service[],
      slotMinutes: lane.slotMinutes,
    })),
  }
}

/** The regions whose code begins so; all of them for an empty prefix. Parents come before their children. */
export async function findRegions(db: Database, prefix: string): Promise<RegionRecord[]> {
  const rows = await db.region.findMany({
    where: { code: { startsWith: literal(prefix) } },
    select: { code: true, name: true, level: true, parentCode: true },
    orderBy: { position: 'asc' },
  })
  return rows.map(({ code, name, level, parentCode }) => ({
    code,
    name: textOf(name),
    level: level as RegionLevel,
    ...(parentCode ? { parent: parentCode } : {}),
  }))
}

/** How many offices lie in each region that has any of its own. */
export async function countOffices(db: Database, prefix: string): Promise<Map<string, number>> {
  const rows = await db.office.groupBy({
    by: ['regionCode'],
    where: { regionCode: { startsWith: literal(prefix) } },
    _count: { id: true },
  })
  return new Map(rows.map((row) => [row.regionCode, row._count.id]))
}

export interface ClosureRecord {
  readonly laneId?: string
  readonly from: CalendarDate
  /** Last closed day. */
  readonly until: CalendarDate
  readonly reason: LocalizedText
}

/** Closures of an office that touch the days from `from` to `until`. */
export async function findClosures(
  db: Database,
  officeId: string,
  from: CalendarDate,
  until: CalendarDate,
): Promise<ClosureRecord[]> {
  const rows = await db.closure.findMany({
    where: { officeId, from: { lte: dayAsInstant(until) }, until: { gte: dayAsInstant(from) } },
    select: { laneId: true, from: true, until: true, reason: true },
    orderBy: { from: 'asc' },
  })
  return rows.map((row) => ({
    ...(row.laneId ? { laneId: row.laneId } : {}),
    from: dayOf(row.from),
    until: dayOf(row.until),
    reason: textOf(row.reason),
  }))
}

/** Values that are kept for a minute, by name. Once per process, shared by both copies of this file. */
export function keptValues(): Map<string, { readonly value: Promise<unknown>; readonly until: number }> {
  return once('office rules kept', () => new Map())
}

function summaryOf(row: Prisma.OfficeGetPayload<{ select: typeof SUMMARY }>): OfficeSummary {
  return {
    id: row.id,
    name: textOf(row.name),
    tier: row.tier as OfficeTier,
    region: { code: row.region.code, name: textOf(row.region.name) },
    ...(row.parentId ? { parentId: row.parentId } : {}),
    address: textOf(row.address),
    ...(row.transit ? { transit: textOf(row.transit) } : {}),
    location: { lat: row.lat, lng: row.lng },
    phone: row.phone,
    hours: textOf(row.hours),
    services: row.services as { service: Service; mode: ServiceMode }[],
    accepts: row.accepts as PartyType[],
    facilities: row.facilities,
    onlineBooking: row.onlineBooking,
    ...(row.instead ? { instead: textOf(row.instead) } : {}),
    ...(row.announcement ? { announcement: textOf(row.announcement) } : {}),
    ...(row.closedOn ? { closedOn: dayOf(row.closedOn) } : {}),
  }
}

// Prisma hands the prefix to LIKE as it is, where % and _ would stand for anything.
function literal(prefix: string): string {
  return prefix.replace(/[\\%_]/g, '\\$&')
}

// What is in these columns was written from a LocalizedText by ourselves.
function textOf(json: Prisma.JsonValue): LocalizedText {
  return json as unknown as LocalizedText
}

// Prisma reads and writes a DATE as midnight in UTC.
function dayAsInstant(day: CalendarDate): Date {
  return new Date(`${day}T00:00:00Z`)
}

function dayOf(at: Date): CalendarDate {
  return at.toISOString().slice(0, 10) as CalendarDate
}
