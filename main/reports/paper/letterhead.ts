/**
 * Who issues a document and to whom it goes, as the policy says: names of bodies and places have dates, and a report keeps
 * those of its day.
 */
export interface Letterhead {
  /** Of the issuing body; null: it stands alone. */
  parentBody: string | null
  issuingBody: string
  /** Behind the kind of document in its number (`BC-…`): the body's short name. */
  symbol: string
  /** In front of the date. */
  place: string
  /** Kính gửi. */
  addressees: readonly string[]
  /** Nơi nhận, without the first (`Như trên`) and the last (`Lưu: VT`). */
  recipients: readonly string[]
  /** Of whoever signs. */
  position: string
}

/** What a post's paper says until its policy says more. */
export const plainLetterhead = (post: string, province: string | null): Letterhead => ({
  parentBody: null,
  issuingBody: post,
  symbol: '',
  place: province ?? '',
  addressees: [],
  recipients: [],
  position: 'Chỉ huy chốt',
})
