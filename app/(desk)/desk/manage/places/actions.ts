'use server'

import { redirect } from 'next/navigation'
import type { PlaceFormState } from '#components/office/place-fields.ts'
import { pool } from '#lib/db/pool.ts'
import { saveOffice } from '#lib/desk/save-office.ts'
import { OFFICE_COLUMNS, sheetOf } from '#lib/domain/office-record.ts'
import { PLACE_KEYS } from '#lib/domain/place-values.ts'
import { PLACE_FIELDS } from '#lib/domain/read-place-values.ts'
import { requireStaff } from '#lib/edge/staff-actor.ts'
import { addRegion } from '#lib/office/add-region.ts'
import { foundOffice } from '#lib/office/found-office.ts'
import { handDownValues, type ValueVersions } from '#lib/office/hand-down-values.ts'
import { showHandedValues } from '#lib/office/show-handed-values.ts'
import { showOffice } from '#lib/office/show-office.ts'
import { overtakenState, refusedState } from './form-state.ts'
import { readPlaceForm, readWas } from './read-place-form.ts'

/** Everything of an office; when somebody was faster, with what they changed. */
export async function changeOffice(_: PlaceFormState, form: FormData): Promise<PlaceFormState> {
  const officeId = String(form.get('id') ?? '')
  const { actor } = await requireStaff('edit-office', officeId)
  const sheet = readPlaceForm(form, OFFICE_COLUMNS)
  const version = String(form.get('version') ?? '')
  const wish = { actor, officeId, version: Number(version), sheet, now: new Date() }
  const edited = await saveOffice(pool(), wish)
  if (edited.ok) {
    const done = Object.keys(edited.value).length > 0 ? 'saved' : 'unchanged'
    redirect(`/desk/manage/places/office/${officeId}?done=${done}`)
  }
  const was = readWas(form)
  if (edited.errors?.[0]?.reason !== 'office-changed-meanwhile')
    return refusedState({ values: sheet, was, version }, edited)
  const shown = await showOffice(pool(), { actor, officeId })
  if (!shown.ok) return refusedState({ values: sheet, was, version }, shown)
  const now = sheetOf(shown.value.record)
  return overtakenState(OFFICE_COLUMNS, { was, typed: sheet, now }, String(shown.value.version))
}

/** A new office. */
export async function createOffice(_: PlaceFormState, form: FormData): Promise<PlaceFormState> {
  const { actor } = await requireStaff('found-office')
  const sheet = readPlaceForm(form, OFFICE_COLUMNS)
  const founded = await foundOffice(pool(), { actor, sheet, now: new Date() })
  if (founded.ok) redirect(`/desk/manage/places/office/${founded.value.id}?done=founded`)
  return refusedState({ values: sheet, was: readWas(form), version: '' }, founded)
}

/** What a region hands down; when somebody was faster, with what they changed. */
export async function saveHanded(before: PlaceFormState, form: FormData): Promise<PlaceFormState> {
  const { actor } = await requireStaff('see-places')
  const was = readWas(form)
  const code = was.code || undefined
  const sheet = readPlaceForm(form, PLACE_FIELDS)
  const version = String(form.get('version') ?? '')
  const handed = await handDownValues(pool(), {
    actor,
    code,
    sheet,
    versions: readVersions(version),
    now: new Date(),
  })
  if (handed.ok)
    redirect(
      `/desk/manage/places/hand-down?${new URLSearchParams({ ...(code ? { in: code } : {}), saved: String(handed.value.length) })}`,
    )
  if (handed.errors?.[0]?.reason !== 'place-changed-meanwhile')
    return refusedState({ values: { ...before.values, ...sheet }, was, version }, handed)
  const shown = await showHandedValues(pool(), { actor, code })
  if (!shown.ok) return refusedState({ values: sheet, was, version }, shown)
  const sheets = { was, typed: sheet, now: shown.value.sheet }
  const state = await overtakenState(PLACE_FIELDS, sheets, JSON.stringify(shown.value.versions))
  return { ...state, was: { ...state.was, code: code ?? '' } }
}

/** A city or county that was missing. */
export async function createRegion(_: PlaceFormState, form: FormData): Promise<PlaceFormState> {
  const { actor } = await requireStaff('found-office')
  const values = readPlaceForm(form, ['code', 'name_zh_cn', 'name_zh_hant', 'name_en'])
  const name = { zhCN: values.name_zh_cn, zhHant: values.name_zh_hant, en: values.name_en }
  const added = await addRegion(pool(), { actor, code: values.code, name, now: new Date() })
  if (added.ok) redirect(`/desk/manage/places?in=${added.value.code}&done=region`)
  return refusedState({ values, was: readWas(form), version: '' }, added)
}

function readVersions(text: string): ValueVersions {
  const read: Readonly<Record<string, unknown>> = /^\{[\w":,]*\}$/.test(text) ? JSON.parse(text) : {}
  return Object.fromEntries(PLACE_KEYS.map((key) => [key, Number(read[key]) || 0])) as ValueVersions
}
