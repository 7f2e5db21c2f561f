import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import { answeringCodes, codeRanks, rankCodes } from '../../../../shared/document/rank-codes.ts'
import { codeOf } from '../../../fixtures/certificates.ts'

const certificate = codeOf()
const card = '024090000001|122345678|Nguyễn Văn Mẫu|01011990|Nam|Thôn 1, Bắc Giang|01012021'
const address = 'https://example.vn/tra-cuu'
const otherSystem = 'NL2:F4Y+NYQZ2B31X/3+7I2O9W$GF4KR2U'

describe('several codes in one picture', () => {
  test.each([
    ['a web address and a certificate', [address, certificate], [certificate]],
    ['a card and a certificate', [card, certificate], [certificate]],
    ['a web address and a card', [address, card], [card]],
    ['a product and a certificate of another system', ['8934563138165', otherSystem], [otherSystem]],
    ['two web addresses', [address, `${address}/2`], [address, `${address}/2`]],
    ['a certificate twice', [certificate, certificate], [certificate]],
    ['none', [], []],
  ])('%s: what it is decides who answers', (_what, texts, answering) => {
    expect(answeringCodes(texts)).toEqual(answering)
  })

  test('are each there once, the best first, whatever order the reader found them in', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([address, certificate, card, otherSystem, 'x', '']), (texts) => {
        const ranked = rankCodes([...texts, ...texts])
        expect(ranked.map(({ text }) => text).toSorted()).toEqual(texts.toSorted())
        const places = ranked.map(({ rank }) => codeRanks.indexOf(rank))
        expect(places).toEqual(places.toSorted((a, b) => a - b))
      }),
    )
  })
})
