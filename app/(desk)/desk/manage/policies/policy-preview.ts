import { getTranslations } from 'next-intl/server'
import type { ProposalState } from '#components/approval/proposal-form.tsx'
import type { ProposalSample } from '#components/approval/sample-list.tsx'
import { LOCALES, type Locale } from '#lib/domain/localized-text.ts'
import { type PolicyKey, type PolicyValue, partsOfKey } from '#lib/domain/policy-key.ts'
import { dayText } from '#lib/format/dates.ts'
import { policyKeyText, policyValueText } from '#lib/format/policy-text.ts'
import type { PolicyPicture } from '#lib/office/weigh-policy.ts'

/** What a change of a rule would do, in words. */
export async function policyPreview(
  locale: Locale,
  { request, validTo }: PolicyPicture,
): Promise<NonNullable<ProposalState['preview']>> {
  const t = await getTranslations('approvals.proposal')
  const policies = await getTranslations('policies')
  const { key, before, after, basis } = request
  const from =
    request.change === 'new' ? [t('from', { day: dayText(locale, request.validFrom, 'plain') })] : []
  const until = validTo ? [t('until', { day: dayText(locale, validTo, 'plain') })] : []
  const kept = partsOfKey(key)?.rules.legal ? [policies('keptByCases')] : []
  return {
    basis,
    notes: [...from, ...until, ...kept],
    lines: [
      {
        id: key,
        title: policyKeyText(locale, key),
        before: policyValueText(locale, key, before),
        after: policyValueText(locale, key, after),
      },
    ],
    samples: await policySamples(key, after),
  }
}

/** The rule and its new value as people read them, in each language. */
async function policySamples(
  key: PolicyKey,
  value: PolicyValue | undefined,
): Promise<readonly ProposalSample[]> {
  const languages = await getTranslations('common.languages')
  return LOCALES.map((lang) => ({
    id: lang,
    title: languages(lang),
    text: `${policyKeyText(lang, key)}\n${policyValueText(lang, key, value)}`,
    lang,
  }))
}
