/** What a scanned text is, as far as the screen must know to send it where it belongs. The verdict is the program's. */
import { decode } from '../../../shared/certificate/decode.ts'
import { isCommandText } from '../../../shared/domain/command-code.ts'
import { ownCodeOf } from '../../../shared/domain/own-code.ts'
import { recogniseDocument } from '../../../shared/document/recognise.ts'

export const scanKinds = ['result', 'card', 'badge', 'export', 'enrolment', 'command', 'doctor', 'other'] as const
export type ScanKind = (typeof scanKinds)[number]

/** The kind of a text. `result`: a certificate of any format, read or not; `other`: nothing that is known here. */
export function kindOfScan(text: string): ScanKind {
  if (isCommandText(text)) return 'command'
  const own = ownCodeOf(text)
  if (own) return own
  if (recogniseDocument(text)) return 'card'
  return decode(text) ? 'result' : 'other'
}
