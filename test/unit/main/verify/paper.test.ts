/** A paper that this product printed, held to the camera: told for what it is, and never a result. */
import { describe, expect, test } from 'vitest'
import { judgePaperCode } from '../../../../main/verify/paper.ts'
import { verify } from '../../../../main/verify/index.ts'
import { encodeBase45, decodeBase45 } from '../../../../shared/certificate/base45.ts'
import { sayFinding } from '../../../../shared/language/say.ts'
import { pageClaim, sealed, sealingKey, slipClaim } from '../../../fixtures/sealed-paper.ts'
import { now, storeOf } from '../../../fixtures/certificates.ts'

const circumstances = { trust: storeOf(), now, rules: true }
const own = (key: string): boolean => key === sealingKey
const beginning = 'CHOT-PAPER:'

/** The code with one byte another. */
function changed(code: string, at: number): string {
  const bytes = decodeBase45(code, beginning.length)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  return beginning + encodeBase45(bytes)
}

describe('a page that this kiosk printed', () => {
  test('is genuine, with its totals, and is to be checked: it says nothing of who holds it', () => {
    const { outcome, reason, certificate, document, digest } = judgePaperCode(sealed(pageClaim()), own)
    expect({ outcome, code: reason.code, certificate, document, digest }).toEqual({
      outcome: 'check',
      code: 'paper-own',
      certificate: null,
      document: null,
      digest: null,
    })
    const said = sayFinding('vi', reason)
    for (const part of [
      'Chốt Như Nguyệt',
      'trang 1/3',
      '1.204 lượt',
      '2.410 người',
      'từ chối 37',
      'Không phải kết quả',
    ])
      expect(said).toContain(part)
    expect(sayFinding('en', reason)).toContain('1,204 crossings')
  })

  test('is another kiosk’s where the key is not known, and names the key to ask for', () => {
    const { outcome, reason } = judgePaperCode(sealed(pageClaim()))
    expect([outcome, reason.code]).toEqual(['check', 'paper-stranger'])
    expect(reason.values?.['fingerprint']).toMatch(/^([0-9A-F]{4} ){3}[0-9A-F]{4}$/)
  })

  test('says so of practice', () => {
    const { reason } = judgePaperCode(sealed(pageClaim({ practice: true })), own)
    expect(sayFinding('vi', reason)).toContain('TẬP HUẤN')
  })
})

test('a slip is known again by its number', () => {
  const { reason } = judgePaperCode(sealed(slipClaim()), own)
  expect(sayFinding('vi', reason)).toContain('phiếu số A3F0-2-1204')
  expect(sayFinding('en', reason)).toContain('referred to the medical post')
})

test('one byte changed anywhere is noticed: of the signature, of the key, of every total', () => {
  const code = sealed(pageClaim())
  const length = decodeBase45(code, beginning.length).length
  for (let at = 0; at < length; at++) {
    const { outcome, reason } = judgePaperCode(changed(code, at), own)
    expect(['paper-changed', 'paper-damaged']).toContain(reason.code)
    expect(['rejected', 'unreadable']).toContain(outcome)
  }
})

test('a total made larger under the old signature is called changed, and not unreadable', () => {
  const bytes = Buffer.from(decodeBase45(sealed(pageClaim()), beginning.length))
  const forged = Buffer.from(bytes.toString('latin1').replace('1204', '1304'), 'latin1')
  const { outcome, reason } = judgePaperCode(beginning + encodeBase45(forged), own)
  expect([outcome, reason.code]).toEqual(['rejected', 'paper-changed'])
})

test('whoever verifies anything is told of papers too', () => {
  expect(verify(sealed(pageClaim()), { ...circumstances, ownKey: own }).reason.code).toBe('paper-own')
  expect(verify(sealed(pageClaim()), circumstances).reason.code).toBe('paper-stranger')
  expect(verify('CHOT-PAPER:', circumstances).reason.code).toBe('paper-damaged')
})
