/** A recovery code typed back from paper, as people type it: in either case, grouped in any way. */
import { readRecoveryCode } from '../../../../shared/domain/secret/recovery-code.ts'

/** The contract's own bound. */
export const longestCode = 100

/** Are they the same code? */
export function isSameCode(typed: string, code: string): boolean {
  const [one, other] = [readRecoveryCode(typed), readRecoveryCode(code)]
  if (typeof one === 'string' || typeof other === 'string') return false
  return one.every((byte, at) => byte === other[at])
}
