import { getTranslations } from 'next-intl/server'
import { Notice } from '#components/ui/notice.tsx'
import type { SearchTopic } from '#lib/domain/search-topics.ts'
import { SERVICE_FACTS } from '#lib/domain/service.ts'

const TOPIC_LINKS: Readonly<Record<SearchTopic, string>> = {
  danger: '/safety',
  withdrawal: `/guides/${SERVICE_FACTS.DIVORCE_APPLICATION.slug}`,
  contested: `/guides/${SERVICE_FACTS.COUNSELLING.slug}`,
  appointment: '/appointment',
  papers: '/guides',
  fee: '/guides',
  hours: '/offices',
}

/** Answers to what is looked for but cannot be booked, each with the page that says more. */
export async function TopicNotices({ topics }: { topics: readonly SearchTopic[] }) {
  const t = await getTranslations('home.topics')
  return topics.map((topic) => (
    <div key={topic} className="mb-6">
      <Notice title={t(`${topic}.title`)} tone={topic === 'danger' ? 'stop' : 'plain'}>
        <p>{t(`${topic}.text`)}</p>
        <a className="prose-link inline-flex min-h-11 items-center" href={TOPIC_LINKS[topic]}>
          {t(`${topic}.link`)}
        </a>
      </Notice>
    </div>
  ))
}
