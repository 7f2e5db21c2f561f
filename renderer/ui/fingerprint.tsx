/** A fingerprint in its groups, as it is read out and compared: eight in a row, the same on both sides. */
import type { ReactNode } from 'react'
import style from './fingerprint.module.css'

interface FingerprintProps {
  /** Hexadecimal, with or without blanks. */
  fingerprint: string
  /** For a screen reader: whose it is, and what. */
  label: string
  /** To be read out by somebody who holds a telephone. */
  large?: boolean
}

export function Fingerprint({ fingerprint, label, large = false }: FingerprintProps): ReactNode {
  return (
    <p
      className={style.groups}
      data-large={large}
      data-decides={large ? true : undefined}
      data-testid="fingerprint"
      aria-label={label}
      role="img"
    >
      {fingerprint
        .replaceAll(/\s/g, '')
        .match(/.{1,4}/g)
        ?.map((group, index) => (
          <span key={index}>{group}</span>
        ))}
    </p>
  )
}
