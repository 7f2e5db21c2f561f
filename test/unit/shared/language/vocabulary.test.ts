/** The words are those of the officers' own dispatches: what they read wrongly, or never say, does not come back. */
import { describe, expect, test } from 'vitest'
import { catalogues } from '../../../../renderer/i18n/catalogue.ts'
import { findingCodes } from '../../../../shared/domain/finding-codes.ts'
import { identityReasons } from '../../../../shared/domain/identity-reasons.ts'
import { reasonWords } from '../../../../shared/language/crossing-words.ts'

const said = [
  ...Object.values(catalogues.vi),
  ...Object.values(findingCodes).flatMap(({ vi, short }) => [vi, short.vi]),
  ...Object.values(identityReasons).map(({ vi }) => vi),
  ...Object.values(reasonWords.vi),
]

describe('no sentence in Vietnamese', () => {
  test.each([
    ['lets an officer keep a person by force', /giữ lại/i],
    ['says “late by 72 hours” of a limit of 72 hours', /quá hạn/i],
    ['leaves open which other way to check', /cách khác/i],
    ['calls a thing 72 hours old, as Vietnamese does not', /đã (quá )?cũ|tuổi của/i],
    ['calls a person’s companion a customer', /^khách$/i],
    ['calls the number of the one paper like that of the other', /số phiếu(?! xét nghiệm| chuyển\/từ chối)/i],
    ['numbers a crossing by its entry without saying so', /lượt (trước \()?số/i],
    ['shortens the rapid test to letters', /\bKN\b/],
    ['says “paper result” as if it were about paper', /kết quả (trên )?giấy/i],
    ['asks why in a title', /^(Chọn )?vì sao|\. Vì sao\?$/i],
    ['calls the book by the crossings in it', /sổ lượt/i],
  ])('%s', (_what, wrong) => {
    expect(said.filter((sentence) => wrong.test(sentence))).toEqual([])
  })
})
