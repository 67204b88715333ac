import { describe, expect, test } from 'vitest'
import { PROXY_PAPERS, refuseProxy, withoutProxyPapers } from '#lib/domain/proxy.ts'
import { SERVICES } from '#lib/domain/service.ts'

describe('somebody who comes for another', () => {
  test('is let in for a new copy of a certificate alone', () => {
    expect(SERVICES.filter((service) => refuseProxy(service) === undefined)).toEqual([
      'REISSUE_MARRIAGE',
      'REISSUE_DIVORCE',
    ])
  })

  test.each([
    ['MARRIAGE', '1049'],
    ['DIVORCE_APPLICATION', '1076'],
    ['DIVORCE_CERTIFICATE', '1077(2)'],
  ] as const)('is refused for %s with the article that wants both in person', (service, article) => {
    expect(refuseProxy(service)).toMatchObject({ errors: [{ reason: 'both-in-person', article }] })
  })

  test('leaves no papers of theirs behind when the person comes after all', () => {
    const seen = [...PROXY_PAPERS.slice(0, 1), '1:ID_CARD']
    const ticked = { ruleSetId: 'r', seen, missing: [...PROXY_PAPERS.slice(1)] }
    expect(withoutProxyPapers(ticked)).toEqual({ ruleSetId: 'r', seen: ['1:ID_CARD'], missing: [] })
    expect(withoutProxyPapers(undefined)).toBeUndefined()
  })
})
