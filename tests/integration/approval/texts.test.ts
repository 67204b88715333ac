import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import type { StaffActor } from '#lib/domain/actor.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import type { ChecklistDraft } from '#lib/domain/checklist-draft.ts'
import type { Scope } from '#lib/domain/scope-path.ts'
import type { TextDraft } from '#lib/domain/text-draft.ts'
import { houseWording } from '#lib/format/house-wording.ts'
import { approveChecklist } from '#lib/materials/approve-checklist.ts'
import { compileChecklist } from '#lib/materials/compile-checklist.ts'
import { listChecklistVersions } from '#lib/materials/list-checklist-versions.ts'
import { listRuleSets } from '#lib/materials/list-rule-sets.ts'
import { previewChecklist } from '#lib/materials/preview-checklist.ts'
import { proposeChecklist } from '#lib/materials/propose-checklist.ts'
import { approveText } from '#lib/office/approve-text.ts'
import { forgetRules } from '#lib/office/forget-rules.ts'
import { listTexts } from '#lib/office/list-texts.ts'
import { loadAnnouncement } from '#lib/office/load-announcement.ts'
import { previewText } from '#lib/office/preview-text.ts'
import { proposeText } from '#lib/office/propose-text.ts'
import { plantOffice } from '#prisma/seed/factories/plant-office.ts'
import { plantRules } from '#prisma/seed/plant-rules.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { agreedCouple } from '../booking/fixtures/booked.ts'
import { NOW, plantSlots } from '../booking/fixtures/slots.ts'
import { actorOf } from '../identity/fixtures/staff-office.ts'
import { deliver, emptyHouse } from '../notification/fixtures/house.ts'

const { pool } = await openTestDatabase()
const connection = await pool.connect()
await plantRules(connection)
await plantOffice(connection, { id: 'anji', regionCode: '330523' })
connection.release()

const NATION = { scope: 'national', scopeId: 'CN' } as const
const national = () => actorOf(randomUUID(), [{ role: 'province-admin', ...NATION }])
const [asker, decider] = [national(), national()]
const SAME = (text: string) => ({ 'zh-CN': text, 'zh-Hant': text, en: text })

beforeEach(async () => {
  await emptyHouse(pool)
  await pool.query('TRUNCATE approval')
  forgetRules()
})

async function ask(draft: TextDraft, place: Scope, now = NOW, actor: StaffActor = asker) {
  const seen = await previewText(pool, { actor, place, draft, now })
  if (!seen.ok) return seen
  return proposeText(pool, { actor, place, draft, basis: seen.value.request.basis, note: '更清楚', now })
}

async function putText(draft: TextDraft, place: Scope, now = NOW) {
  const asked = await ask(draft, place, now)
  if (!asked.ok) throw new Error(JSON.stringify(asked))
  const { approvalId: id } = asked.value
  expect(await approveText(pool, { actor: asker, id, approve: true, now })).toMatchObject({ ok: false })
  expect(await approveText(pool, { actor: decider, id, approve: true, now })).toMatchObject({ ok: true })
}

const letter = (sms: string, from: string): TextDraft => {
  const house = houseWording('confirmed')
  const text = { ...house, 'zh-CN': { ...house['zh-CN'], sms } }
  return {
    change: 'new',
    name: { kind: 'letter', key: 'confirmed' },
    text,
    validFrom: calendarDate(from),
    source: '通知',
  }
}

describe('words that two agreed to', () => {
  test('are what letters say, of the narrowest place, from their day on, until they are taken back', async () => {
    const [slot] = await plantSlots(pool, { capacity: 9 })
    const { rows } = await pool.query('SELECT office_id AS id FROM slot WHERE id = $1', [slot])
    const office = { scope: 'office', scopeId: String(rows[0].id) } as const
    const facts = '{date}{time}{office}{code}{link}'
    await putText(letter(`全国：${facts}`, '2026-11-22'), NATION)
    await putText(letter(`本处：${facts}`, '2026-11-23'), office)
    const beginnings = async (now: Date) => {
      await agreedCouple(pool, slot)
      return (await deliver(pool, now)).map(({ text }) => text.slice(0, 3))
    }
    expect(await beginnings(NOW)).toEqual(['全国：', '全国：'])
    expect(await beginnings(new Date(NOW.getTime() + 86_400_000))).toEqual(['本处：', '本处：'])
    const own = await listTexts(pool, { actor: asker, place: office, now: NOW })
    const row = own.ok ? own.value.rows.find(({ name }) => name.key === 'confirmed') : undefined
    const versionId = row?.coming[0]?.id ?? ''
    await putText({ change: 'take-back', name: { kind: 'letter', key: 'confirmed' }, versionId }, office)
    const after = await listTexts(pool, { actor: asker, place: office, now: NOW })
    const left = after.ok ? after.value.rows.find(({ name }) => name.key === 'confirmed') : undefined
    expect(left).toMatchObject({ coming: [], past: [{ isTakenBack: true }] })
  })

  test('that leave out a fact or tell what it is about are not even asked for', async () => {
    const facts = '{date}{time}{office}{code}'
    expect(await ask(letter(facts, '2999-01-01'), NATION)).toMatchObject({
      errors: [{ path: 'text.zh-CN.sms.link', reason: 'missing-placeholder' }],
    })
    expect(await ask(letter(`离婚 ${facts}{link}`, '2999-01-01'), NATION)).toMatchObject({
      errors: [{ path: 'text.zh-CN.sms', reason: 'tells-too-much' }],
    })
    const manager = actorOf(randomUUID(), [{ role: 'office-manager', scope: 'office', scopeId: 'anji' }])
    expect(await ask(letter(`${facts}{link}`, '2999-01-01'), NATION, NOW, manager)).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
  })

  test('an announcement stands on the page of each office of its place while it holds', async () => {
    const name = { kind: 'announcement', key: 'office' } as const
    const draft = {
      change: 'new',
      name,
      text: SAME('装修'),
      validFrom: calendarDate('2999-01-01'),
      source: '通知',
    } as const
    await putText(draft, { scope: 'region', scopeId: '330000' })
    const office = { id: 'anji', region: { code: '330523', name: SAME('安吉') }, announcement: SAME('旧') }
    const on = (day: string) => loadAnnouncement(pool, office, new Date(`${day}T02:00:00Z`))
    expect((await on('2998-12-31'))?.en).toBe('旧')
    expect((await on('2999-01-01'))?.en).toBe('装修')
    const elsewhere = { ...office, id: 'other', region: { ...office.region, code: '440311' } }
    expect((await loadAnnouncement(pool, elsewhere, new Date('2999-01-02T02:00:00Z')))?.en).toBe('旧')
  })
})

describe('a list of materials that two agreed to', () => {
  test('is what couples see from its day on; who has booked keeps the list of the booking', async () => {
    const now = new Date('2026-11-22T02:00:00Z')
    const before = (await listRuleSets(now)).find(
      ({ service, validTo }) => service === 'MARRIAGE' && !validTo,
    )
    if (!before) throw new Error('no list')
    const { id: former, validTo, ...list } = before
    const [first, ...rest] = list.perPartyType.MAINLAND ?? []
    const draft = {
      ...list,
      change: 'new',
      validFrom: calendarDate('2027-01-01'),
      perPartyType: { ...list.perPartyType, MAINLAND: rest },
    } as const satisfies ChecklistDraft
    const seen = await previewChecklist(pool, { actor: asker, draft, now })
    if (!seen.ok) throw new Error(JSON.stringify(seen))
    const asked = { actor: asker, draft, basis: seen.value.request.basis, note: '少带一样', now }
    const proposed = await proposeChecklist(pool, asked)
    if (!proposed.ok) throw new Error(JSON.stringify(proposed))
    const late = await proposeChecklist(pool, {
      ...asked,
      draft: { ...draft, validFrom: calendarDate('2027-02-01') },
    })
    const agree = (id: string) => approveChecklist(pool, { actor: decider, id, approve: true, now })
    expect(await agree(proposed.value.approvalId)).toMatchObject({ ok: true })
    expect(await agree(late.ok ? late.value.approvalId : '')).toMatchObject({
      errors: [{ reason: 'changed-meanwhile' }],
    })
    const brought = async (on: string, ruleSetId?: string) => {
      const parties = ['MAINLAND', 'MAINLAND'] as const
      const found = await compileChecklist({
        service: 'MARRIAGE',
        parties,
        on: calendarDate(on),
        now,
        ruleSetId,
      })
      return found?.perParty[0]?.items.map(({ code }) => code)
    }
    const codes = rest.map(({ code }) => code)
    expect(await brought('2026-12-31')).toEqual([first?.code, ...codes])
    expect(await brought('2027-01-01')).toEqual(codes)
    expect(await brought('2027-01-01', former)).toEqual([first?.code, ...codes])

    const office = { id: 'anji', regionCode: '330523' }
    const listed = await listChecklistVersions(pool, { actor: asker, office })
    const coming = listed.ok
      ? listed.value.versions.find(({ validFrom }) => validFrom === '2027-01-01')
      : undefined
    const back = { change: 'take-back', service: 'MARRIAGE', versionId: coming?.id ?? '' } as const
    const again = await previewChecklist(pool, { actor: asker, draft: back, now })
    const basis = again.ok ? again.value.request.basis : ''
    const gone = await proposeChecklist(pool, { actor: asker, draft: back, basis, note: '暂缓', now })
    expect(await agree(gone.ok ? gone.value.approvalId : '')).toMatchObject({ ok: true })
    expect(await brought('2027-01-01')).toEqual([first?.code, ...codes])
  })

  test('is whole, and only the nation writes it', async () => {
    const item = {
      code: 'a paper',
      name: SAME(''),
      kind: 'original',
      copies: 0,
      core: true,
      shared: false,
      source: '',
    } as const
    const draft = {
      change: 'new',
      service: 'CEREMONY',
      validFrom: calendarDate('2999-01-01'),
      source: SAME('通知'),
      perPartyType: { MAINLAND: [item] },
      notNeeded: [],
    } as const satisfies ChecklistDraft
    const refused = await previewChecklist(pool, { actor: asker, draft, now: NOW })
    const reasons = refused.ok ? [] : refused.errors?.map(({ reason }) => reason)
    expect(reasons).toEqual(['no-code', 'required', 'required', 'required', 'required', 'no-copies'])
    const paper = { ...item, code: 'PAPER', name: SAME('一张纸'), copies: 1, source: '通知' } as const
    const spare = { code: 'PAPER', name: SAME(''), since: calendarDate('2999-02-01'), source: '' }
    const both = { ...draft, perPartyType: { MAINLAND: [paper] }, notNeeded: [spare] }
    const spares = await previewChecklist(pool, { actor: asker, draft: both, now: NOW })
    expect(spares.ok ? [] : spares.errors?.map(({ path, reason }) => `${path} ${reason}`)).toEqual([
      'notNeeded.PAPER.code asked-for-too',
      ...['zh-CN', 'zh-Hant', 'en'].map((locale) => `notNeeded.PAPER.name.${locale} required`),
      'notNeeded.PAPER.since since-later',
      'notNeeded.PAPER.source required',
    ])
    const whole = {
      ...spare,
      code: 'HUKOU',
      name: SAME('户口簿'),
      since: calendarDate('2025-05-10'),
      source: '条例',
    }
    const fine = { ...both, notNeeded: [whole] }
    expect(await previewChecklist(pool, { actor: asker, draft: fine, now: NOW })).toMatchObject({
      value: { request: { notNeeded: [whole] } },
    })
    const actor = actorOf(randomUUID(), [{ role: 'province-admin', scope: 'region', scopeId: '330000' }])
    expect(await previewChecklist(pool, { actor, draft, now: NOW })).toMatchObject({
      errors: [{ reason: 'not-in-role' }],
    })
  })
})
