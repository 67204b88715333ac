import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { chooseLocale } from '#lib/i18n/choose-locale.ts'
import { loadMessages } from '#lib/i18n/load-messages.ts'

/** The language of a page: the visitor's own choice, else what the browser asks for, else simplified Chinese. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get('yd-locale')?.value
  const locale = chooseLocale(chosen, (await headers()).get('accept-language') ?? undefined)
  return { locale, messages: loadMessages(locale), timeZone: 'Asia/Shanghai' }
})
