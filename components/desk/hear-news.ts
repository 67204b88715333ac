import type { DayNews } from './day-news.ts'

const NAME = 'yd-day-news'

/** Hands the news of the office's stream to every part of the page that shows the day. */
export function spreadNews(news: DayNews): void {
  window.dispatchEvent(new CustomEvent(NAME, { detail: news }))
}

/** Hears them; returns how to stop. */
export function hearNews(hear: (news: DayNews) => void): () => void {
  const listen = (event: Event) => hear((event as CustomEvent<DayNews>).detail)
  window.addEventListener(NAME, listen)
  return () => window.removeEventListener(NAME, listen)
}
