import { getTranslations } from 'next-intl/server'
import { Card } from '#components/ui/card.tsx'
import type { Locale, LocalizedText } from '#lib/domain/localized-text.ts'
import { maskNumber } from '#lib/domain/masking.ts'
import type { DocumentType } from '#lib/domain/party-type.ts'

interface Persona {
  readonly name: string
  readonly documentType: DocumentType
  readonly documentNumber: string
  readonly story?: LocalizedText
}

/** The people of the demo world; one press signs in as one of them. */
export async function PersonaButtons({
  action,
  personas,
  locale,
  title,
}: {
  action: string
  personas: readonly Persona[]
  locale: Locale
  title: string
}) {
  const t = await getTranslations('identity.documentType')
  return (
    <form method="post" action={action} aria-labelledby="personas">
      <h2 id="personas">{title}</h2>
      <Card>
        <ul>
          {personas.map((persona, index) => (
            <li key={persona.documentNumber} className="border-t border-line first:border-t-0">
              <button
                type="submit"
                name="persona"
                value={index}
                className="block min-h-12 w-full cursor-pointer px-4 py-3 text-left"
              >
                <span className="block font-semibold">{persona.name}</span>
                <span className="block text-small text-ink-soft">
                  {t(persona.documentType)} {maskNumber(persona.documentNumber)}
                </span>
                {persona.story ? <span className="block text-small">{persona.story[locale]}</span> : null}
              </button>
            </li>
          ))}
        </ul>
      </Card>
    </form>
  )
}
