import type { Pool } from '#lib/db/pool.ts'
import type { PolicyDraft } from '#lib/domain/policy-draft.ts'
import type { Result } from '#lib/domain/refusal.ts'
import { askForVersion, type VersionWish } from './ask-for-version.ts'
import { refuseFaults } from './refuse-faults.ts'
import { weighPolicy } from './weigh-policy.ts'

/** Puts a new version of a rule, or taking back a coming one, before a second person; the id of the request. */
export async function proposePolicy(
  pool: Pool,
  wish: VersionWish<PolicyDraft>,
): Promise<Result<{ readonly approvalId: string }>> {
  const { draft, basis, now } = wish
  return askForVersion(pool, {
    ...wish,
    kind: 'policy',
    path: 'key',
    weigh: async (client, place) => {
      const weighed = await weighPolicy(client, place, draft, now)
      if (!weighed.ok) return weighed
      const { request, faults } = weighed.value
      // Who looked at other versions is told that first.
      return request.basis === basis && faults.length > 0 ? refuseFaults(faults) : weighed
    },
  })
}
