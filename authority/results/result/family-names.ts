/** The commonest Vietnamese family names: nine people of ten have one of them. */
import { foldName } from '../../../shared/domain/person/names.ts'

/** Alternatives of a pattern, in small letters. */
export const commonFamilies = 'nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý'

const folded = new Set(commonFamilies.split('|').map((name) => foldName(name)))

/** Whether a word is one of them, with its marks or without. */
export function isCommonFamily(word: string): boolean {
  return folded.has(foldName(word))
}
