import { mean, type Times } from './measure-bookings.ts'
import type { Row } from './row.ts'
import { runLoad } from './run-load.ts'
import type { World } from './world.ts'

const CONNECTIONS = 64
const EMPTY_PATH = '/api/v1/health/live'

/** A month of availability of an office, in turns with an API route that does nothing. */
export async function measureReads(world: World, times: Times, say: (line: string) => void): Promise<Row> {
  const { port, channelKey: key, availabilityPath } = world
  const time = { port, key, connections: CONNECTIONS, warmUpSeconds: 1, seconds: times.seconds }
  const empty: number[] = []
  const reads: number[] = []
  for (let round = 0; round < times.rounds; round += 1) {
    empty.push((await runLoad({ ...time, read: EMPTY_PATH })).perSecond)
    reads.push((await runLoad({ ...time, read: availabilityPath })).perSecond)
    say(`availability: empty route ${empty.at(-1)?.toFixed(0)}, read ${reads.at(-1)?.toFixed(0)}`)
  }
  return {
    what: 'reads of a month of availability',
    unit: '/s',
    measured: mean(reads),
    control: { what: `an empty API route (${EMPTY_PATH})`, measured: mean(empty) },
    ratio: mean(reads) / mean(empty),
    goal: { least: 0.5 },
  }
}
