import type { Bilingual, ReceiptText } from '#lib/format/receipt-text.ts'

/** The receipt of an accepted application as a paper: for the desk to print, and for the two to look at again. */
export function Receipt({ receipt }: { receipt: ReceiptText }) {
  const { facts, steps, next, signatures, smallLanguage } = receipt
  return (
    <article
      lang={receipt.language}
      className="rounded-card border border-line-strong bg-surface px-5 py-6 print:border-0 print:p-0 print:text-[10.5pt] print:leading-snug print:[&_.text-lead]:text-[12pt] print:[&_.text-small]:text-[9pt]"
    >
      <h1 className="mb-5 text-center text-title">
        <Words of={receipt.title} lang={smallLanguage} />
      </h1>
      <dl className="mb-6 grid print:mb-4 gap-x-8 sm:grid-cols-2 print:grid-cols-2">
        {facts.map(({ label, value }) => (
          <div key={label.text} className="border-b border-line py-2 print:py-1">
            <dt className="text-small text-ink-soft">
              <Words of={label} lang={smallLanguage} />
            </dt>
            <dd className="font-semibold">
              <Words of={value} lang={smallLanguage} />
            </dd>
          </div>
        ))}
      </dl>
      <h2 className="mb-2 text-lead font-semibold">
        <Words of={receipt.stepsTitle} lang={smallLanguage} />
      </h2>
      <ol className="mb-6 grid print:mb-4 border-t border-line-strong">
        {steps.map(({ id, when, what, law }) => (
          <li
            key={id}
            className="keep-together grid gap-x-5 gap-y-1 border-b border-line py-2.5 print:py-1.5 sm:grid-cols-[12.5rem_1fr] print:grid-cols-[12.5rem_1fr]"
          >
            <p className="font-semibold">
              <Words of={when} lang={smallLanguage} />
            </p>
            <div>
              <p>
                <Words of={what} lang={smallLanguage} />
              </p>
              <p className="text-small text-ink-soft">
                <Words of={law} lang={smallLanguage} />
              </p>
            </div>
          </li>
        ))}
      </ol>
      <section className="keep-together mb-5">
        <h2 className="mb-2 text-lead font-semibold">
          <Words of={receipt.nextTitle} lang={smallLanguage} />
        </h2>
        <ul className="grid list-disc gap-1 pl-5">
          {next.map((line) => (
            <li key={line.text}>
              <Words of={line} lang={smallLanguage} />
            </li>
          ))}
        </ul>
      </section>
      <p className="keep-together border-t border-line pt-3 text-small text-ink-soft">
        <Words of={receipt.law} lang={smallLanguage} />
      </p>
      {signatures.length > 0 ? (
        <ul className="keep-together mt-8 grid grid-cols-2 gap-x-10 gap-y-10">
          {signatures.map((line) => (
            <li key={line.text} className="border-t border-line-strong pt-1.5 text-small">
              <Words of={line} lang={smallLanguage} />
            </li>
          ))}
        </ul>
      ) : null}
    </article>
  )
}

/** The language of the paper, and under it, small, that of whoever reads another one. */
function Words({ of: { text, small }, lang }: { of: Bilingual; lang: string | undefined }) {
  return (
    <>
      {text}
      {small ? (
        <span lang={lang} className="block text-small font-normal text-ink-soft">
          {small}
        </span>
      ) : null}
    </>
  )
}
