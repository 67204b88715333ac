import { getTranslations } from 'next-intl/server'

export interface SectionText {
  readonly title: string
  readonly items: readonly string[]
  /** The law behind the sentences, with its article. */
  readonly law?: string
}

/** One section of a guide's message file: its sentences in the order in which the file has them. */
export async function loadSection(namespace: string, id: string): Promise<SectionText> {
  const t = await getTranslations(namespace)
  const items = Object.keys(t.raw(`${id}.items`) as object)
  return {
    title: t(`${id}.title`),
    items: items.map((item) => t(`${id}.items.${item}`)),
    ...(t.has(`${id}.law`) ? { law: t(`${id}.law`) } : {}),
  }
}

export interface Question {
  readonly id: string
  readonly ask: string
  readonly answer: string
}

/** The questions that people bring to the counter, in the order of the file. */
export async function loadQuestions(namespace: string): Promise<Question[]> {
  const t = await getTranslations(namespace)
  return Object.keys(t.raw('questions') as object).map((id) => ({
    id,
    ask: t(`questions.${id}.ask`),
    answer: t(`questions.${id}.answer`),
  }))
}
