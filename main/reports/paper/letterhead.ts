/** What stands in the head of a document and at its end. */
import type { InferOutput } from 'valibot'
import type { letterheadSchema } from '../../../shared/domain/letterhead.ts'

type Said = InferOutput<typeof letterheadSchema>

/** Every member of it; null and empty: there is none. */
export interface Letterhead extends Required<Omit<Said, 'parentBody' | 'medicalPost'>> {
  parentBody: string | null
}

/** What the policy says, and where it says nothing, what the post knows of itself. */
export const letterheadOf = (post: string, province: string | null, said: Said = {}): Letterhead => ({
  parentBody: null,
  issuingBody: post,
  symbol: '',
  place: province ?? '',
  addressees: [],
  recipients: [],
  position: 'Chỉ huy chốt',
  ...said,
})
