import { type Refusal, refuse } from './refusal.ts'
import type { Service } from './service.ts'
import type { TickedMaterials } from './ticket.ts'

/** What somebody brings who comes for another: the power of attorney, certified by a notary, and their own document. */
export const PROXY_PAPERS = ['PROXY_AUTHORISATION', 'PROXY_IDENTITY'] as const

/** Whom the law wants to see in person, and where it says so. */
const IN_PERSON: Readonly<Partial<Record<Service, string>>> = {
  MARRIAGE: '1049',
  DIVORCE_APPLICATION: '1076',
  DIVORCE_CERTIFICATE: '1077(2)',
}

/**
 * Whether a service can be had through somebody else. Only the re-issue of a certificate can, by whoever has a power of
 * attorney certified by a notary: it changes nobody's status. To marry and to divorce both come themselves, always.
 * Civil Code art. 1049, 1076, 1077(2); 婚姻登记工作规范, on 补领.
 */
export function refuseProxy(service: Service): Refusal | undefined {
  if (service === 'REISSUE_MARRIAGE' || service === 'REISSUE_DIVORCE') return undefined
  const article = IN_PERSON[service]
  return refuse('not-allowed', [
    article
      ? { path: 'proxy', reason: 'both-in-person', article }
      : { path: 'proxy', reason: 'no-proxy-for-service' },
  ])
}

/** What was ticked, without the papers of a proxy: there is none any more. */
export function withoutProxyPapers(materials: TickedMaterials | undefined): TickedMaterials | undefined {
  const papers: readonly string[] = PROXY_PAPERS
  return (
    materials && {
      ...materials,
      seen: materials.seen.filter((key) => !papers.includes(key)),
      missing: materials.missing.filter((key) => !papers.includes(key)),
    }
  )
}
