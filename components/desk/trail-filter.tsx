import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Locale } from '#lib/domain/localized-text.ts'
import { actChoices } from '#lib/format/trail-text.ts'
import { SmallButton } from './small-button.tsx'
import { FIELD_LOOK } from './step-button.tsx'

/** What a page of the record shows. */
export interface TrailChoice {
  readonly code: string
  readonly username: string
  readonly act: string
  readonly from: string
  readonly until: string
  readonly wide: boolean
}

/** By what entries are found: an appointment, a member of staff, an act, days, one office or all in somebody's charge. */
export async function TrailFilter({
  asked,
  officeName,
  locale,
}: {
  asked: TrailChoice
  officeName: string
  locale: Locale
}) {
  const t = await getTranslations('audit.find')
  return (
    <form method="get" className="mb-3 grid grid-cols-2 items-end gap-2 md:grid-cols-4 xl:grid-cols-8">
      <Labelled text={t('code')} name="code">
        <input id="code" name="code" defaultValue={asked.code} autoComplete="off" className={FIELD_LOOK} />
      </Labelled>
      <Labelled text={t('username')} name="username">
        <input
          id="username"
          name="username"
          defaultValue={asked.username}
          autoComplete="off"
          className={FIELD_LOOK}
        />
      </Labelled>
      <Labelled text={t('act')} name="act">
        <select id="act" name="act" defaultValue={asked.act} className={FIELD_LOOK}>
          <option value="">{t('anyAct')}</option>
          {actChoices(locale).map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      </Labelled>
      <Labelled text={t('from')} name="from">
        <input id="from" name="from" type="date" defaultValue={asked.from} className={FIELD_LOOK} />
      </Labelled>
      <Labelled text={t('until')} name="until">
        <input id="until" name="until" type="date" defaultValue={asked.until} className={FIELD_LOOK} />
      </Labelled>
      <Labelled text={t('where')} name="where">
        <select id="where" name="where" defaultValue={asked.wide ? 'wide' : 'here'} className={FIELD_LOOK}>
          <option value="here">{officeName}</option>
          <option value="wide">{t('wide')}</option>
        </select>
      </Labelled>
      <SmallButton isMain>{t('submit')}</SmallButton>
      <a className="prose-link inline-flex min-h-9 items-center text-small" href="/desk/manage/audit">
        {t('clear')}
      </a>
    </form>
  )
}

function Labelled({ text, name, children }: { text: string; name: string; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="block text-small text-ink-soft">
        {text}
      </label>
      {children}
    </div>
  )
}
