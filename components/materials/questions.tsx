import { Card } from '#components/ui/card.tsx'

/** Questions to open one by one; on paper all of them are open. */
export function Questions({
  title,
  questions,
}: {
  title: string
  questions: readonly { id: string; ask: string; answer: string }[]
}) {
  return (
    <section id="questions" className="mt-9 scroll-mt-4">
      <h2>{title}</h2>
      <Card>
        {questions.map((question) => (
          <details
            key={question.id}
            className="group border-t border-line first:border-t-0 print:[&::details-content]:[content-visibility:visible]"
          >
            <summary className="flex min-h-12 cursor-pointer list-none items-center gap-3 px-4 py-3 font-semibold [&::-webkit-details-marker]:hidden">
              <span className="min-w-0 flex-1">{question.ask}</span>
              <span aria-hidden="true" className="no-print text-lead text-ink-soft group-open:rotate-90">
                ›
              </span>
            </summary>
            <p className="px-4 pb-4">{question.answer}</p>
          </details>
        ))}
      </Card>
    </section>
  )
}
