import { randomUUID } from 'node:crypto'
import { syntheticPerson } from '#prisma/seed/factories/synthetic-person.ts'

interface LoadTime {
  readonly port: number
  readonly key: string
  readonly connections: number
  readonly warmUpSeconds: number
  readonly seconds: number
}

export interface BookingLoad extends LoadTime {
  readonly book: {
    readonly slots: readonly number[]
    /** Nobody books twice: the people of this load start here. */
    readonly firstPerson: number
    readonly most: number
  }
}

export interface ReadLoad extends LoadTime {
  readonly read: string
}

export type LoadOrder = BookingLoad | ReadLoad

export interface LoadReport {
  readonly perSecond: number
  readonly statuses: Readonly<Record<string, number>>
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** The first answer that was no success. */
  readonly refusal?: string
  /** There were fewer requests than time. */
  readonly ranOut: boolean
}

/** Whole requests, each of another couple, as they go over the wire. */
export function bookingRequests({ book, key }: BookingLoad): Buffer[] {
  const head = `POST /api/v1/appointments HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n`
  return Array.from({ length: book.most }, (_, index) => {
    const [first, second] = [0, 1].map((role) => personOf(book.firstPerson + index * 2 + role))
    const slotId = book.slots[(index * 379) % book.slots.length]
    const { phone, partyType, ...onBehalfOf } = first ?? {}
    const body = JSON.stringify({ slotId, service: 'MARRIAGE', parties: [first, second], onBehalfOf })
    const length = Buffer.byteLength(body)
    return Buffer.from(`${head}Idempotency-Key: ${randomUUID()}\r\nContent-Length: ${length}\r\n\r\n${body}`)
  })
}

function personOf(n: number): Record<string, string> {
  const { sex, birthDate, ...told } = syntheticPerson(n)
  return { ...told }
}

export function readRequest({ read, key }: ReadLoad): Buffer {
  return Buffer.from(`GET ${read} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${key}\r\n\r\n`)
}
