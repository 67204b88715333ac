import type { Locale } from '#lib/domain/localized-text.ts'
import type { Service } from '#lib/domain/service.ts'
import { translator } from '#lib/i18n/translator.ts'

/** What a service is called. */
export function serviceName(locale: Locale, service: Service): string {
  return translator(locale, 'services')(`${service}.name`)
}
