/** A number that dials when it is pressed. */
export function PhoneLink({ phone }: { phone: string }) {
  return (
    <a
      className="prose-link inline-flex min-h-11 items-center whitespace-nowrap tabular-nums"
      href={`tel:${phone.replace(/[^\d+]/g, '')}`}
    >
      {phone}
    </a>
  )
}
