import { Button } from '#components/ui/button.tsx'
import { SelectField } from '#components/ui/field.tsx'

export interface ChoiceField {
  readonly name: string
  readonly label: string
  readonly value: string
}

/** Who comes: a plain GET form, so that the list for these people has an address of its own. */
export function PartyChoice({
  action,
  fields,
  options,
  kept,
  submit,
  errorPrefix,
}: {
  action: string
  fields: readonly ChoiceField[]
  options: readonly { value: string; text: string }[]
  /** Other answers on the same page that must survive. */
  kept: Readonly<Record<string, string>>
  submit: string
  errorPrefix: string
}) {
  return (
    <form method="get" action={action} className="no-print mt-4">
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid gap-x-4 sm:grid-cols-2">
        {fields.map((field) => (
          <SelectField
            key={field.name}
            name={field.name}
            label={field.label}
            options={options}
            defaultValue={field.value}
            errorPrefix={errorPrefix}
          />
        ))}
      </div>
      <Button type="submit" kind="second" wide={false}>
        {submit}
      </Button>
    </form>
  )
}
