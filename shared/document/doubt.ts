/** What makes a document that could be read doubtful. */
import type { FindingCode } from '../domain/finding/finding-codes.ts'
import { nameDamage } from '../domain/person/name-plausibility.ts'
import { isNumberPlausible } from '../domain/person/personal-number.ts'
import type { Document } from './document.ts'

/**
 * The code of the `structure` finding about a document: its number contradicts the rest of it, or letters of its name or
 * address were lost or changed on the way (`ng Th Mu`); else that it is sound.
 */
export function documentStructure(document: Document): FindingCode {
  if (!isNumberPlausible(document)) return 'document-number-inconsistent'
  const { name, address } = document
  const isDamaged = nameDamage(name) !== null || (address !== null && nameDamage(address) === 'twice-encoded')
  return isDamaged ? 'document-letters-doubtful' : 'structure-sound'
}
