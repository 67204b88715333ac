import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that take ten seconds and more, the longest first: started last, one of them would run on alone. */
const LONGEST = [
  'notification/killed-workers',
  'seed/demo-world',
  'launch/server',
  'api/outage',
  'divorce/simulated-year',
  'booking/crash',
]

/** The order of test files: on a machine that has never run them nothing else tells which are long. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rest = await super.sort(files)
    const isOf = (file: TestSpecification, name: string) => file.moduleId.endsWith(`/${name}.test.ts`)
    const longest = LONGEST.flatMap((name) => rest.filter((file) => isOf(file, name)))
    return [...longest, ...rest.filter((file) => !longest.includes(file))]
  }
}
