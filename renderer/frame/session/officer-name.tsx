/** An officer by rank and name, as colleagues call them; what they are here is said with it. */
import type { ReactNode } from 'react'
import { shownText } from '../../../shared/language/shown-text.ts'
import type { Who } from '../../../shared/ledger/officers.ts'
import { useLanguage } from '../../i18n/language.tsx'

/** Rank and whole name. */
export const fullName = ({ rank, name }: Who): string => shownText(`${rank} ${name}`)

/** Rank and given name, which in Vietnamese comes last: "Thiếu úy Hùng". */
export function shortName({ rank, name }: Who): string {
  return shownText(`${rank} ${name.trim().split(/\s+/).at(-1) ?? name}`)
}

export function OfficerName({ who, className }: { who: Who; className?: string | undefined }): ReactNode {
  const { speak } = useLanguage()
  return (
    <b className={className} data-testid="officer-name">
      {fullName(who)} · {speak(`role.${who.role}`)} · {speak('signIn.numbered', { number: who.number })}
    </b>
  )
}
