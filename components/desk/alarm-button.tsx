import { KeyHint } from './key-hint.tsx'

/** Calls the colleagues at once, without a question before: what was pressed by mistake is taken back. */
export function AlarmButton({ text, action }: { text: string; action: () => Promise<void> }) {
  return (
    <form action={action} data-unguarded="">
      <button
        type="submit"
        data-alarm=""
        aria-keyshortcuts="F8"
        className="inline-flex min-h-9 cursor-pointer items-center rounded-card border border-stop bg-surface px-3 font-semibold text-stop"
      >
        {text}
        <KeyHint of="F8" />
      </button>
    </form>
  )
}
