import type { FileAnswer } from '#components/office/file-answer.ts'
import type { LineVerdict } from '#lib/domain/office-lines.ts'
import type { Refusal } from '#lib/domain/refusal.ts'
import type { JudgedFile } from '#lib/office/judge-office-file.ts'
import { loadPlaceWords } from '../place-words.ts'

/** What a file would do, line by line, in words; lines that change nothing are only counted. */
export async function answerOf({ writing, verdicts, picture }: JudgedFile): Promise<FileAnswer> {
  const { t, columnText, faultText, changeLines } = await loadPlaceWords()
  const count = (kind: LineVerdict['kind']) => verdicts.filter((one) => one.kind === kind).length
  const [fresh, changed, same, refused] = [
    count('new'),
    count('changed'),
    count('unchanged'),
    count('refused'),
  ]
  const lines = verdicts
    .filter(({ kind }) => kind !== 'unchanged')
    .map(({ line, id, name, kind, changes, errors }) => ({
      line,
      kind,
      mark: t(`import.kind.${kind}`),
      office: [id, name].filter(Boolean).join(' · '),
      says:
        kind === 'changed'
          ? changeLines(changes)
          : errors.map((error) =>
              t('import.fault', { column: columnText(error.path), fault: faultText(error) }),
            ),
    }))
  return {
    faults: [],
    judged: {
      summary: t('import.summary', { writing: writing.toUpperCase(), fresh, changed, same, refused }),
      hidden: same > 0 ? t('import.unchangedHidden', { count: same }) : '',
      lines,
      verdict: refused > 0 ? 'refused' : fresh + changed > 0 ? 'ready' : 'nothing',
      picture,
    },
  }
}

/** Why a file was refused as a whole. */
export async function faultsOf({ errors = [] }: Refusal): Promise<string[]> {
  const { t, columnText, faultText } = await loadPlaceWords()
  return errors.map((error) =>
    error.path === 'file' || error.path === 'picture' || error.path === 'act'
      ? faultText(error)
      : t('import.fault', { column: `${columnText(error.path)} (${error.path})`, fault: faultText(error) }),
  )
}
