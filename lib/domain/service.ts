/** What can be booked. Ids are part of the public API and never change. */
export const SERVICES = [
  'MARRIAGE',
  'DIVORCE_APPLICATION',
  'DIVORCE_CERTIFICATE',
  'REISSUE_MARRIAGE',
  'REISSUE_DIVORCE',
  'COUNSELLING',
  'CEREMONY',
] as const

export type Service = (typeof SERVICES)[number]

/** Facts of a service that hold in every office. */
export interface ServiceFacts {
  readonly durationMinutes: number
  /** How many people must come, and so must agree. Civil Code art. 1049, 1076. */
  readonly parties: 1 | 2
  /** Bookable only inside a divorce case that an office has accepted. Civil Code art. 1077(2). */
  readonly needsCase: boolean
  /** Quiet: no celebration, neutral titles, quick exit. */
  readonly mood: 'warm' | 'quiet'
  /** The word in addresses; neutral where somebody may look over a shoulder. */
  readonly slug: string
}

export const SERVICE_FACTS: Readonly<Record<Service, ServiceFacts>> = {
  MARRIAGE: { durationMinutes: 15, parties: 2, needsCase: false, mood: 'warm', slug: 'marriage' },
  DIVORCE_APPLICATION: {
    durationMinutes: 30,
    parties: 2,
    needsCase: false,
    mood: 'quiet',
    slug: 'agreement',
  },
  DIVORCE_CERTIFICATE: {
    durationMinutes: 30,
    parties: 2,
    needsCase: true,
    mood: 'quiet',
    slug: 'second-visit',
  },
  REISSUE_MARRIAGE: { durationMinutes: 10, parties: 1, needsCase: false, mood: 'warm', slug: 'copy' },
  REISSUE_DIVORCE: { durationMinutes: 10, parties: 1, needsCase: false, mood: 'quiet', slug: 'copy-2' },
  COUNSELLING: { durationMinutes: 60, parties: 1, needsCase: false, mood: 'quiet', slug: 'counselling' },
  CEREMONY: { durationMinutes: 30, parties: 2, needsCase: false, mood: 'warm', slug: 'ceremony' },
}

const FACTS_BY_NAME = new Map<Service, ServiceFacts>(
  SERVICES.map((service) => [service, SERVICE_FACTS[service]]),
)

/**
 * The facts of a service that a request names. PERF: its name is another string object than the one in our code; looked
 * up as a property it would cost the asking function its optimisation, again and again.
 */
export function factsOfService(service: Service): ServiceFacts {
  return FACTS_BY_NAME.get(service) ?? SERVICE_FACTS[service]
}

export function isService(value: string): value is Service {
  return (SERVICES as readonly string[]).includes(value)
}

export function serviceOfSlug(slug: string): Service | undefined {
  return SERVICES.find((service) => SERVICE_FACTS[service].slug === slug)
}
