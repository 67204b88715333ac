import type { ButtonHTMLAttributes, ReactNode } from 'react'
import { classNames } from './class-names.ts'

type ButtonKind = 'primary' | 'second' | 'quiet'

const LOOKS: Record<ButtonKind, string> = {
  primary: 'bg-accent text-on-accent border-transparent',
  second: 'bg-surface text-accent-deep border-line-strong',
  quiet: 'bg-transparent text-accent-deep border-transparent underline underline-offset-4',
}

function look(kind: ButtonKind, wide: boolean): string {
  return classNames(
    'inline-flex min-h-12 items-center justify-center rounded-card border px-5 py-2.5 text-center font-semibold text-balance cursor-pointer',
    wide && 'w-full',
    LOOKS[kind],
  )
}

interface Look {
  readonly kind?: ButtonKind
  /** As wide as its column, which is the rule on phones. */
  readonly wide?: boolean
}

/** The one button of a page names the act. It is never disabled: a press always gets an answer. */
export function Button({
  kind = 'primary',
  wide = true,
  className,
  ...rest
}: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button className={classNames(look(kind, wide), className)} {...rest} />
}

/** A link that looks like a button, for going somewhere rather than doing something. */
export function ButtonLink({
  kind = 'primary',
  wide = true,
  href,
  children,
}: Look & { href: string; children: ReactNode }) {
  return (
    <a className={classNames(look(kind, wide), kind !== 'quiet' && 'no-underline')} href={href}>
      {children}
    </a>
  )
}
