/** Which document a scanned text is. */
import { identitiesInside } from '../barcode/inner-text.ts'
import { unwrapTransport, withoutWordBefore } from '../barcode/transport.ts'
import { readCitizenCard } from './citizen-card.ts'
import type { Document } from './document.ts'
import { readHealthInsuranceCard } from './health-insurance-card.ts'
import { readPersonalCode } from './personal-code.ts'

function readAnyKind(text: string): Document | null {
  return readCitizenCard(text) ?? readPersonalCode(text) ?? readHealthInsuranceCard(text)
}

/**
 * Reads an unsigned identity code of any kind; null where the text is none. The kinds exclude each other (sex as a word,
 * sex as a digit after a hexadecimal name, a declarer's digit before a long number), so that the order decides nothing;
 * the commonest comes first.
 */
export function recogniseDocument(scanned: string): Document | null {
  // A break of a line stands for a space: no field of a card has one.
  const text = unwrapTransport(scanned).replaceAll(/[\r\n]+/g, ' ')
  const document = readAnyKind(text)
  if (document) return document
  const rest = withoutWordBefore(text)
  for (const inner of [...(rest === null ? [] : [rest]), ...identitiesInside(text)]) {
    const found = readAnyKind(inner)
    if (found) return found
  }
  return null
}
