import { cookies } from 'next/headers'
import type { Service } from '#lib/domain/service.ts'

/** Whether this browser wishes to see the days that custom calls good for weddings; only who books a marriage is asked. */
export async function loadAlmanac(service: Service): Promise<'on' | 'off' | undefined> {
  if (service !== 'MARRIAGE') return undefined
  return (await cookies()).get('yd-almanac')?.value === 'on' ? 'on' : 'off'
}
