import { getTranslations } from 'next-intl/server'
import { PhoneLink } from '#components/office/phone-link.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { getOffice } from '#lib/office/get-office.ts'

/** Online it is too late, or it has been done too often: what to do instead, with the number of the office. */
export async function ByPhone({ title, officeId }: { title: string; officeId: string }) {
  const t = await getTranslations('change')
  const office = await getOffice(officeId)
  return (
    <Notice tone="warn" title={title}>
      {office ? (
        <p>
          {t('phone')} <PhoneLink phone={office.phone} />
        </p>
      ) : null}
    </Notice>
  )
}
