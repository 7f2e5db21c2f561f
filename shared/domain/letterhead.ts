/**
 * Who issues a post's papers and to whom they go, as the policy says it: names of bodies and places change by decree, and
 * nobody at the post is to type them. What is left out, the post's own name stands for, or nothing.
 */
import * as v from 'valibot'
import { longestField } from './limits.ts'

const line = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(longestField))

/** A page has room for no more beside its text. */
const lines = v.pipe(v.array(line), v.maxLength(10))

export const letterheadSchema = v.strictObject({
  /** Of the issuing body. */
  parentBody: v.exactOptional(line),
  issuingBody: v.exactOptional(line),
  /** Behind the kind of document in its number (`BC-…`): the body's short name. */
  symbol: v.exactOptional(line),
  /** In front of the date. */
  place: v.exactOptional(line),
  /** Of whoever signs. */
  position: v.exactOptional(line),
  /** Where the referred are sent, on their slips: “Trạm y tế phường Đáp Cầu, Km 98”. */
  medicalPost: v.exactOptional(line),
  /** Kính gửi. */
  addressees: v.exactOptional(lines),
  /** Nơi nhận, without the first (`Như trên`) and the last (`Lưu: VT`). */
  recipients: v.exactOptional(lines),
})
