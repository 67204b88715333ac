import { getTranslations } from 'next-intl/server'
import { type Act, ActForm } from './act-form.tsx'
import { KeyHint } from './key-hint.tsx'
import { RowFilter } from './row-filter.tsx'

/** One field for a hand scanner, a code, a number or a name. What is typed goes by POST: no address ever holds a name. */
export async function ScanForm({ action }: { action: Act }) {
  const t = await getTranslations('desk.scan')
  return (
    <RowFilter>
      <ActForm action={action} isEmptied className="relative">
        <label className="text-small font-semibold" htmlFor="scan">
          {t('label')}
          <KeyHint of="/" />
        </label>
        <input
          id="scan"
          name="scan"
          data-key="/"
          data-scan=""
          autoComplete="off"
          spellCheck={false}
          className="block min-h-10 w-full rounded-card border-2 border-accent bg-surface px-3 text-body"
        />
        <button type="submit" className="sr-only">
          {t('open')}
        </button>
      </ActForm>
    </RowFilter>
  )
}
