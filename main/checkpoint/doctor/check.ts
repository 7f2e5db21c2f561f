/** What the doctor says of one thing. */
import type { Check } from '../../../shared/contract/set-up.ts'
import type { FindingValues } from '../../../shared/domain/finding/verdict.ts'
import type { Sentences } from '../../../shared/language/locale.ts'
import { filled } from '../said.ts'

/** A check with its sentence filled. */
export function check(
  what: Check['what'],
  state: Check['state'],
  sentences: Sentences,
  values: FindingValues = {},
): Check {
  return { what, state, said: filled(sentences, values) }
}
