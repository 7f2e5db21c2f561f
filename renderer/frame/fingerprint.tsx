/** The root's fingerprint in its groups, as it is read out and compared: eight in a row, the same on both sides. */
import type { ReactNode } from 'react'
import { useLanguage } from '../i18n/language.tsx'
import style from './fingerprint.module.css'

interface FingerprintProps {
  /** Hexadecimal, in groups parted by blanks. */
  groups: string
  /** To be read out by somebody who holds a telephone. */
  large?: boolean
}

export function Fingerprint({ groups, large = false }: FingerprintProps): ReactNode {
  const { speak } = useLanguage()
  return (
    <p
      className={style.groups}
      data-large={large}
      data-decides={large ? true : undefined}
      data-testid="fingerprint"
      aria-label={speak('setUp.root.fingerprint', { fingerprint: groups })}
      role="img"
    >
      {groups
        .trim()
        .split(/\s+/)
        .map((group, index) => (
          <span key={index}>{group}</span>
        ))}
    </p>
  )
}
