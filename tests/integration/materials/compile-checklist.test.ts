import { beforeAll, describe, expect, test } from 'vitest'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { checklistFor } from '#lib/domain/checklist.ts'
import { PARTY_TYPES } from '#lib/domain/party-type.ts'
import { SERVICES } from '#lib/domain/service.ts'
import { compileChecklist } from '#lib/materials/compile-checklist.ts'
import { listRuleSets } from '#lib/materials/list-rule-sets.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { CHECKLIST_RULE_SETS } from '#prisma/seed/checklists/rule-sets.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'

const { pool } = await openTestDatabase()
const now = new Date('2026-11-22T02:00:00Z')
const days = ['2021-01-01', '2025-05-09', '2025-05-10', '2026-12-01'].map(calendarDate)

beforeAll(() => plantRules(pool))

describe('checklists from the database', () => {
  test.each(SERVICES)('%s is what was planted, on every side of the revision', async (service) => {
    for (const on of days) {
      const compiled = await compileChecklist({ service, parties: PARTY_TYPES, on, now })
      const planned = checklistFor(CHECKLIST_RULE_SETS, service, PARTY_TYPES, on)
      // A list without items leaves no rows, so the party type is simply not named in the database.
      expect(compiled).toEqual(planned)
    }
  })

  test('a day before all rules has no list', async () => {
    const on = calendarDate('2020-12-31')
    expect(await compileChecklist({ service: 'MARRIAGE', parties: ['MAINLAND'], on, now })).toBe(undefined)
  })

  test('a new rule set is in force from its day on, and not a day earlier', async () => {
    await pool.query(
      `INSERT INTO checklist_rule_set (id, service, valid_from, source)
       VALUES ('ceremony-2027', 'CEREMONY', '2027-01-01', '{"zh-CN":"新","zh-Hant":"新","en":"new"}')`,
    )
    forgetRules()
    const idOn = async (on: string) =>
      (await compileChecklist({ service: 'CEREMONY', parties: ['MAINLAND'], on: calendarDate(on), now }))
        ?.ruleSet.id
    expect(await idOn('2026-12-31')).toBe('ceremony-2025-05-10')
    expect(await idOn('2027-01-01')).toBe('ceremony-2027')
  })

  test('rule sets are kept for a minute', async () => {
    const before = await listRuleSets(now)
    expect(await listRuleSets(new Date(now.getTime() + 30_000))).toBe(before)
    expect(await listRuleSets(new Date(now.getTime() + 61_000))).not.toBe(before)
  })
})
