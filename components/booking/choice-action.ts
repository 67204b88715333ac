/** Where a choice goes: to an action, or by a plain GET form to the address of the next question. */
export type ChoiceAction = string | ((form: FormData) => Promise<void>)
