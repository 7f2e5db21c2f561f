/**
 * A fingerprint of which the end is not shown: it is typed as somebody reads it out who has it from elsewhere, so that no key
 * is pressed over two rows of digits that nobody compared.
 */
import type { ReactNode } from 'react'
import { groupsBefore, longestFingerprint, type ReadOut } from '../../shared/domain/secret/fingerprint.ts'
import { Fingerprint } from './fingerprint.tsx'
import { FormField } from './form-field.tsx'
import style from './fingerprint.module.css'

/** Why what was typed is not what was read out. */
export type ReadFault = `read-${Exclude<ReadOut, 'same'>}`

interface ReadOutFieldProps {
  /** The whole of it, hexadecimal. */
  fingerprint: string
  /** For a screen reader, of what is shown. */
  hidden: (shown: string) => string
  /** What is to be typed, and who reads it out. */
  label: string
  /** What was typed, as it was read out. */
  heard: string
  onHear: (heard: string) => void
}

export function ReadOutField({ fingerprint, hidden, label, heard, onHear }: ReadOutFieldProps): ReactNode {
  const shown = groupsBefore(fingerprint)
  return (
    <>
      <Fingerprint fingerprint={shown} label={hidden(shown)} large />
      <div className={style.typed}>
        <FormField label={label} value={heard} onType={onHear} longest={longestFingerprint} autoFocus decides />
      </div>
    </>
  )
}
