import { Button } from '#components/ui/button.tsx'
import { TextField } from '#components/ui/field.tsx'
import { Notice } from '#components/ui/notice.tsx'
import { RadioCards, type RadioOption } from '#components/ui/radio-cards.tsx'

interface FieldWords {
  readonly label: string
  readonly hint?: string
  readonly value: string
}

/** What can be chosen for the couples of a notice, in words, with what stands in the fields at first. */
export interface NoticeChoiceWords {
  readonly legend: string
  readonly hint: string
  readonly options: readonly RadioOption[]
  readonly answerBy: FieldWords
  readonly until: FieldWords
  readonly dailyLimit: FieldWords
  readonly reason: FieldWords
  /** Where another has to agree before so many are cancelled. */
  readonly second:
    | {
        readonly title: string
        readonly text: string
        readonly note: FieldWords
        readonly ask: string
        readonly maySend: boolean
      }
    | undefined
}

/** What becomes of the couples who lose their day, with the fields of what is chosen. Without JavaScript all the same. */
export function NoticeChoice({
  words,
  typed,
  errorPrefix,
  wrong,
}: {
  words: NoticeChoiceWords
  typed: Readonly<Record<string, string | undefined>>
  errorPrefix: string
  wrong: (field: string) => string | undefined
}) {
  const { second, options } = words
  const chosen = options.find(({ value }) => value === typed.choice)?.value ?? 'move'
  const field = (name: 'answerBy' | 'until' | 'dailyLimit' | 'reason') => ({
    name,
    label: words[name].label,
    hint: words[name].hint,
    error: wrong(name),
    errorPrefix,
    defaultValue: typed[name] ?? words[name].value,
  })
  return (
    <div className="group/choice mt-6">
      <RadioCards
        key={chosen}
        name="choice"
        legend={words.legend}
        hint={words.hint}
        error={wrong('choice')}
        errorPrefix={errorPrefix}
        options={options}
        value={chosen}
      />
      <div className="hidden group-has-[input[value=move]:checked]/choice:block">
        <TextField {...field('answerBy')} type="date" className="max-w-56" />
      </div>
      <div className="hidden group-has-[input[value=storm]:checked]/choice:block">
        <div className="grid gap-x-4 sm:grid-cols-2">
          <TextField {...field('until')} type="date" />
          <TextField {...field('dailyLimit')} type="number" min={1} />
        </div>
      </div>
      <div className="hidden group-has-[input[value=cancel]:checked]/choice:block">
        <TextField {...field('reason')} maxLength={120} autoComplete="off" />
        {second ? (
          <>
            <Notice tone="warn" title={second.title}>
              <p>{second.text}</p>
            </Notice>
            {second.maySend ? (
              <div className="mt-4">
                <TextField
                  name="note"
                  label={second.note.label}
                  hint={second.note.hint}
                  error={wrong('note')}
                  errorPrefix={errorPrefix}
                  maxLength={200}
                  defaultValue={typed.note}
                />
                <Button type="submit" name="step" value="ask" kind="second" wide={false}>
                  {second.ask}
                </Button>
              </div>
            ) : null}
          </>
        ) : null}
      </div>
    </div>
  )
}
