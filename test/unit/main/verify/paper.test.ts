/** A paper that this product printed, held to the camera: told for what it is, and never a result. */
import { describe, expect, test } from 'vitest'
import { judgePaperCode, type OwnPapers } from '../../../../main/verify/paper.ts'
import { verify } from '../../../../main/verify/index.ts'
import { encodeBase45, decodeBase45 } from '../../../../shared/certificate/base45.ts'
import { sayFinding } from '../../../../shared/language/say.ts'
import { pageClaim, sealed, sealingKey, slipClaim } from '../../../fixtures/sealed-paper.ts'
import { now, storeOf } from '../../../fixtures/certificates.ts'

const circumstances = { trust: storeOf(), now, rules: true }
/** A kiosk that printed it, and of whose time so much was added and changed since. */
const since = (changes: { added: number; changed: number } | null): OwnPapers => ({
  isOwn: (key) => key === sealingKey,
  since: () => changes,
})
const own = since(null)
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

  test('is nobody’s word where this kiosk did not sign it, though it copies this kiosk’s name', () => {
    const { reason } = judgePaperCode(sealed(pageClaim()))
    expect(sayFinding('en', reason)).toContain('This kiosk did not sign the paper; anybody can make such a code')
    expect(sayFinding('vi', reason)).toContain('mã như vậy ai cũng làm được')
  })

  test('says so of practice', () => {
    const { reason } = judgePaperCode(sealed(pageClaim({ practice: true })), own)
    expect(sayFinding('vi', reason)).toContain('TẬP HUẤN')
  })
})

describe('a page that this kiosk has the time of', () => {
  const said = (papers: OwnPapers, changes: Parameters<typeof pageClaim>[0] = {}): string =>
    sayFinding('en', judgePaperCode(sealed(pageClaim(changes)), papers).reason)

  test('is told to be as it was, where nothing came since', () =>
    expect(said(since({ added: 0, changed: 0 }))).toContain('nothing of that time was added or changed'))

  test('is told to be old, where something did, and where the new numbers are', () => {
    expect(said(since({ added: 2, changed: 1 }))).toMatch(/SINCE IT WAS PRINTED 2 crossings .* 1 corrected.*Reports/)
    expect(said(since({ added: 0, changed: 1 }))).toContain('SINCE')
  })

  test('of which that cannot be said, or that has not all of its time, says nothing of it', () => {
    expect(said(own)).not.toMatch(/since/i)
    expect(said(since({ added: 2, changed: 1 }), { paper: 'trace' })).not.toMatch(/since/i)
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
  expect(verify(sealed(pageClaim()), { ...circumstances, papers: own }).reason.code).toBe('paper-own')
  expect(verify(sealed(pageClaim()), circumstances).reason.code).toBe('paper-stranger')
  expect(verify('CHOT-PAPER:', circumstances).reason.code).toBe('paper-damaged')
})
