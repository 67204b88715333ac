import type { Page } from '@playwright/test'

declare global {
  interface Window {
    spoken: string[]
  }
}

/** What would be heard is written down instead. */
export async function bringVoice(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.spoken = []
    const speak = (utterance: SpeechSynthesisUtterance) => {
      if (window.spoken.length < 50) window.spoken.push(`${utterance.lang} ${utterance.text}`)
      queueMicrotask(() => utterance.onend?.(new Event('end') as SpeechSynthesisEvent))
    }
    Object.defineProperty(window, 'speechSynthesis', {
      value: { speak, cancel: () => {}, getVoices: () => [{ lang: 'zh-CN' }, { lang: 'en-US' }] },
    })
  })
}
