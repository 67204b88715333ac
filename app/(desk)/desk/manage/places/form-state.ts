import type { PlaceFormState } from '#components/office/place-fields.ts'
import { mergeSheets } from '#lib/domain/merge-sheets.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import { loadPlaceWords } from './place-words.ts'

/** The form as it was sent, with what is wrong in it. */
export async function refusedState(
  sent: Pick<PlaceFormState, 'values' | 'was' | 'version'>,
  refusal: Refusal,
): Promise<PlaceFormState> {
  const { t, columnText, faultText } = await loadPlaceWords()
  const errors = (refusal.errors ?? [{ path: 'id', reason: refusal.reason }]).map(({ path, reason }) => ({
    field: path,
    text: faultText({ reason }),
    told: t('import.fault', { column: columnText(path), fault: faultText({ reason }) }),
  }))
  return { ...sent, errors, overtaken: [] }
}

type Sheet = Readonly<Record<string, string>>

/** The form with what somebody else changed meanwhile taken over where nothing was typed, and told. */
export async function overtakenState<Column extends string>(
  columns: readonly Column[],
  sheets: { readonly was: Sheet; readonly typed: Sheet; readonly now: Sheet },
  version: string,
): Promise<PlaceFormState> {
  const { t, columnText, valueText } = await loadPlaceWords()
  const merged = mergeSheets(columns, sheets as Parameters<typeof mergeSheets<Column>>[1])
  const overtaken = merged.theirs.map(({ column, clash }) => ({
    field: column,
    text: t(clash ? 'edit.clash' : 'edit.theirs', {
      column: columnText(column),
      now: valueText(column, sheets.now[column] ?? ''),
      typed: valueText(column, sheets.typed[column] ?? ''),
    }),
  }))
  return { values: merged.values, was: sheets.now, version, errors: [], overtaken }
}
