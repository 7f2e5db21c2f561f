/** Judges codes one after the other: those of a card that comes in several are collected first, in any order. */
import { collectPart, type CollectedParts } from '../../../shared/certificate/shc-chunks.ts'
import { answeringCodes } from '../../../shared/document/rank-codes.ts'
import type { Verdict } from '../../../shared/domain/finding/verdict.ts'
import { judgePart, verify, type Circumstances } from '../../verify/index.ts'

/** The verdict about a code, and what is collected of its card so far. */
export interface Judged {
  verdict: Verdict
  parts: CollectedParts | null
}

/** Judges one code, in the light of the parts before it (null: none). */
export function judgeCode(text: string, parts: CollectedParts | null, circumstances: Circumstances): Judged {
  const collected = collectPart(parts, text)
  switch (collected.kind) {
    case 'more':
      return { verdict: judgePart(text, collected.missing), parts: collected.parts }
    case 'complete':
      return { verdict: verify(collected.text, circumstances), parts: null }
    case 'not-a-part':
    case 'damaged':
      return { verdict: verify(text, circumstances), parts }
  }
}

/** The verdicts about codes in their order, each in the light of the parts before it. */
export function judgeInTurn(texts: readonly string[], circumstances: Circumstances): Verdict[] {
  let parts: CollectedParts | null = null
  return texts.map((text) => {
    const judged = judgeCode(text, parts, circumstances)
    ;({ parts } = judged)
    return judged.verdict
  })
}

/**
 * The one verdict about a picture: that of the first code of the best rank that it has. Where that is one part of a
 * card whose other parts are there too, it is the card's.
 * @param texts at least one
 */
export function judgePicture(texts: readonly string[], circumstances: Circumstances): Verdict {
  const verdicts = judgeInTurn(answeringCodes(texts), circumstances)
  return verdicts.find(({ reason }) => reason.code !== 'part-of-several') ?? verdicts.at(-1)!
}
