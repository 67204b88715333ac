import { beforeAll, describe, expect, test } from 'vitest'
import { saveOffice } from '#lib/desk/save-office.ts'
import { mintActor, type StaffActor } from '#lib/domain/actor.ts'
import { calendarDate } from '#lib/domain/calendar-date.ts'
import { addRegion } from '#lib/office/add-region.ts'
import { browsePlaces } from '#lib/office/browse-places.ts'
import { editOffice } from '#lib/office/edit-office.ts'
import { foundOffice } from '#lib/office/found-office.ts'
import { getOffice } from '#lib/office/get-office.ts'
import { handDownValues } from '#lib/office/hand-down-values.ts'
import { listOffices } from '#lib/office/list-offices.ts'
import { listReachedOffices } from '#lib/office/list-reached-offices.ts'
import { showHandedValues } from '#lib/office/show-handed-values.ts'
import { showOffice } from '#lib/office/show-office.ts'
import { openTestDatabase } from '#tests/support/database.ts'
import { accepted, agreedCouple } from '../booking/fixtures/booked.ts'
import { plantDesk, staffOf, TODAY, TOMORROW } from '../desk/fixtures/desk.ts'
import {
  chengdu,
  forRegion,
  fresh,
  jinjiang,
  NOT_IN_ROLE,
  now,
  plantTowns,
  seen,
  sichuan,
} from './fixtures/places.ts'

const { pool } = await openTestDatabase()
beforeAll(plantTowns)

describe('an office', () => {
  test('is changed by who looks after it; the later of two sees the earlier’s change, and both are on the record', async () => {
    const { version, sheet } = await seen('chengdu-jinjiang', jinjiang)
    const wish = { officeId: 'chengdu-jinjiang', version, now }
    const two = await Promise.all([
      editOffice(pool, { ...wish, actor: jinjiang, sheet: { ...sheet, phone: '028-00000388' } }),
      editOffice(pool, { ...wish, actor: chengdu, sheet: { ...sheet, hours_en: 'Closed on Mondays' } }),
    ])
    expect(two.filter(({ ok }) => ok)).toHaveLength(1)
    expect(two.find(({ ok }) => !ok)).toMatchObject({ errors: [{ reason: 'office-changed-meanwhile' }] })
    const after = accepted(await showOffice(pool, { actor: chengdu, officeId: 'chengdu-jinjiang' }))
    expect(after.version).toBe(version + 1)
    expect(after.history).toHaveLength(1)
    expect(Object.keys(after.history[0]?.changed ?? {})).toHaveLength(1)
    const again = await seen('chengdu-jinjiang')
    const same = await editOffice(pool, { ...wish, ...again, actor: chengdu })
    expect(same).toEqual({ ok: true, value: {} })
    expect((await seen('chengdu-jinjiang')).version).toBe(version + 1)
  })

  test('is no business of others, nor its services that of its manager', async () => {
    const { version, sheet } = await seen('chengdu-jinjiang')
    const wish = { officeId: 'chengdu-jinjiang', version, sheet, now }
    for (const actor of [
      staffOf('anji', 'office-manager'),
      staffOf('chengdu-jinjiang'),
      forRegion('330500'),
    ]) {
      expect(await editOffice(pool, { ...wish, actor })).toMatchObject(NOT_IN_ROLE)
      expect(await showOffice(pool, { actor, officeId: 'chengdu-jinjiang' })).toMatchObject(NOT_IN_ROLE)
    }
    expect(
      await editOffice(pool, { ...wish, actor: jinjiang, sheet: { ...sheet, services: '' } }),
    ).toMatchObject({ errors: [{ path: 'services', reason: 'not-in-role' }] })
    for (const actor of [jinjiang, forRegion('330500')])
      expect(await foundOffice(pool, { actor, sheet: fresh('not-theirs'), now })).toMatchObject(NOT_IN_ROLE)
    expect(await showOffice(pool, { actor: chengdu, officeId: 'no\0where' })).toMatchObject({
      reason: 'not-found',
    })
  })

  test('is founded once, has everything of its own, and nothing to book yet', async () => {
    const wish = { actor: chengdu, sheet: fresh('jinjiang-2'), now }
    const tries = await Promise.all([foundOffice(pool, wish), foundOffice(pool, wish)])
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(tries.find(({ ok }) => !ok)).toMatchObject({ errors: [{ path: 'id', reason: 'taken' }] })
    expect(await getOffice('jinjiang-2')).toMatchObject({
      name: { en: 'Example office' },
      address: { en: '示例路 1 号' },
      services: [{ service: 'MARRIAGE', mode: 'register' }],
      lanes: [],
    })
    const inJinjiang = accepted(await browsePlaces(pool, { actor: chengdu, code: '510104', now }))
    expect(inJinjiang.offices.map(({ id }) => id)).toContain('jinjiang-2')
    expect(inJinjiang.region).toMatchObject({ offices: 2, closed: 0 })
  })

  test('is not closed while couples are to come, and is no more on offer once it is', async () => {
    const { officeId, slotAt } = await plantDesk(pool)
    await agreedCouple(pool, slotAt('10:00'))
    await pool.query(
      `INSERT INTO opening_rule (id, lane_id, weekdays, opens, closes, windows, public_percent, valid_from)
       SELECT id, id, '{1,2,3,4,5}', '09:00', '17:00', 1, 100, '2026-01-01' FROM lane WHERE office_id = $1`,
      [officeId],
    )
    const [{ region_code: code } = { region_code: '' }] = (
      await pool.query<{ region_code: string }>('SELECT region_code FROM office WHERE id = $1', [officeId])
    ).rows
    const actor = forRegion(`${code.slice(0, 4)}00`)
    await pool.query(`UPDATE office SET lat = 30, lng = 104, phone = '028-00000301' WHERE id = $1`, [
      officeId,
    ])
    const { version, sheet } = await seen(officeId, actor)
    const close = (closed_on: string) =>
      saveOffice(pool, { actor, officeId, version, sheet: { ...sheet, closed_on }, now })
    expect(await close(TODAY)).toMatchObject({
      errors: [{ path: 'closed_on', reason: 'couples-booked-then' }],
    })
    accepted(await close('2026-12-02'))
    const ids = async (on: string) => (await listOffices({ on: calendarDate(on) })).map(({ id }) => id)
    expect(await ids('2026-12-01')).toContain(officeId)
    expect(await ids('2026-12-02')).not.toContain(officeId)
    const { rows } = await pool.query(
      `SELECT date::text AS date FROM slot WHERE office_id = $1 AND date BETWEEN $2 AND $3 AND open GROUP BY 1`,
      [officeId, TODAY, TOMORROW],
    )
    expect(rows).toEqual([{ date: TODAY }])
  })
})

describe('what a region hands down', () => {
  const none = { phone: 0, announcement: 0, instead: 0, facilities: 0 }
  const values = {
    phone: '028-12345',
    announcement_zh_cn: '全市通办',
    announcement_zh_hant: '',
    announcement_en: '',
    instead_zh_cn: '',
    instead_zh_hant: '',
    instead_en: '',
    facilities: 'parking',
  }

  test('is seen at once by couples where the office says nothing, with the place it comes from', async () => {
    expect((await getOffice('jinjiang-2'))?.facilities).toEqual([])
    const wish = { actor: chengdu, code: '510100', sheet: values, versions: none, now }
    expect(accepted(await handDownValues(pool, wish))).toEqual(['phone', 'announcement', 'facilities'])
    expect(await getOffice('jinjiang-2')).toMatchObject({
      phone: '028-00000377',
      facilities: ['parking'],
      announcement: { en: '全市通办' },
      origins: { facilities: { scopeId: '510100', name: { 'zh-CN': '成都市' } } },
    })
    const listed = (await listOffices({ within: '510104' })).find(({ id }) => id === 'jinjiang-2')
    expect(listed?.origins?.phone).toBeUndefined()
    const { version, sheet } = await seen('jinjiang-2')
    const silent = { ...sheet, phone: '' }
    accepted(await editOffice(pool, { actor: chengdu, officeId: 'jinjiang-2', version, sheet: silent, now }))
    expect(await getOffice('jinjiang-2')).toMatchObject({ phone: '028-12345' })
  })

  test('is not overwritten by who did not see it, and not taken from offices that rely on it', async () => {
    const late = { actor: sichuan, code: '510100', versions: none, now }
    expect(await handDownValues(pool, { ...late, sheet: { ...values, phone: '12345' } })).toMatchObject({
      errors: [{ reason: 'place-changed-meanwhile' }],
    })
    const { versions, sheet } = accepted(await showHandedValues(pool, { actor: chengdu, code: '510100' }))
    expect(versions).toEqual({ phone: 1, announcement: 1, instead: 0, facilities: 1 })
    const silence = { announcement_zh_cn: '', announcement_zh_hant: '', announcement_en: '' }
    const without = { ...late, versions, sheet: { ...sheet, phone: '', ...silence } }
    expect(await handDownValues(pool, without)).toMatchObject({
      errors: [{ path: 'phone', reason: 'offices-rely-on-it' }],
    })
    expect((await getOffice('jinjiang-2'))?.announcement?.['zh-CN']).toBe('全市通办')
    const wider = { actor: sichuan, code: '510000', sheet: values, versions: none, now }
    accepted(await handDownValues(pool, wider))
    expect(accepted(await handDownValues(pool, without))).toEqual(['phone', 'announcement'])
    expect((await getOffice('jinjiang-2'))?.origins?.phone?.scopeId).toBe('510000')
    const again = accepted(await showHandedValues(pool, { actor: chengdu, code: '510100' }))
    expect(again).toMatchObject({ versions: { phone: 2 }, above: { phone: { value: '028-12345' } } })
    expect(again.history[0]?.changed).toMatchObject({ announcement_zh_cn: ['全市通办', ''] })
  })

  test('is said by who looks after the whole of it', async () => {
    const wish = { sheet: values, versions: none, now }
    expect(await handDownValues(pool, { ...wish, actor: jinjiang, code: '510104' })).toMatchObject(
      NOT_IN_ROLE,
    )
    expect(await handDownValues(pool, { ...wish, actor: chengdu, code: '510000' })).toMatchObject(NOT_IN_ROLE)
    expect(await handDownValues(pool, { ...wish, actor: sichuan, code: undefined })).toMatchObject(
      NOT_IN_ROLE,
    )
    expect(await browsePlaces(pool, { actor: chengdu, code: '510000', now })).toMatchObject(NOT_IN_ROLE)
    const own = accepted(await browsePlaces(pool, { actor: jinjiang, code: undefined, now }))
    expect(own.offices.map(({ id }) => id)).toEqual(['chengdu-jinjiang'])
  })

  test('are offered to choose from for an act, only those where the act is allowed', async () => {
    const reached = async (actor: StaffActor, most = 60) => {
      const { offices, total } = await listReachedOffices(pool, { actor, act: 'close-day', most })
      return { ids: offices.map(({ id }) => id), total }
    }
    expect(await reached(jinjiang)).toEqual({ ids: ['chengdu-jinjiang'], total: 1 })
    expect(await reached(staffOf('anji', 'clerk'))).toEqual({ ids: [], total: 0 })
    const all = await reached(chengdu)
    expect(all.ids).toContain('chengdu-jinjiang')
    const { rows } = await pool.query('SELECT count(*)::int AS n FROM office WHERE region_code LIKE $1', [
      '5101%',
    ])
    expect(rows).toEqual([{ n: all.total }])
    expect(all.ids).not.toContain('anji')
    expect(await reached(chengdu, 1)).toEqual({ ids: all.ids.slice(0, 1), total: all.total })
  })

  test('is added below a place that is there, once, by who looks after that', async () => {
    const name = { zhCN: '龙泉驿区', zhHant: '龍泉驛區', en: 'Longquanyi District' }
    accepted(await addRegion(pool, { actor: chengdu, code: '510112', name, now }))
    const twice = await addRegion(pool, { actor: chengdu, code: '510112', name, now })
    expect(twice).toMatchObject({ errors: [{ path: 'code', reason: 'region-known' }] })
    const lost = await addRegion(pool, { actor: sichuan, code: '512021', name, now })
    expect(lost).toMatchObject({ errors: [{ reason: 'region-above-missing' }] })
    expect(await addRegion(pool, { actor: chengdu, code: '510700', name, now })).toMatchObject(NOT_IN_ROLE)
    const { below } = accepted(await browsePlaces(pool, { actor: chengdu, code: undefined, now }))
    expect(below.map(({ code }) => code)).toContain('510112')
    const grants = ['510100', '330500'].map(
      (scopeId) => ({ role: 'city-admin', scope: 'region', scopeId }) as const,
    )
    const both = mintActor({ kind: 'staff', id: chengdu.id, name: '李科长', grants }) as StaffActor
    const { region, roots } = accepted(await browsePlaces(pool, { actor: both, code: undefined, now }))
    expect([region?.code, roots.map(({ code }) => code)]).toEqual(['330500', ['330500', '510100']])
  })
})
