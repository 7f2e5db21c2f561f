import { createPublicKey, verify } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { signBytes } from '../../../../authority/signing-key.ts'
import { verifyEd25519 } from '../../../../shared/certificate/ed25519.ts'
import { keyOf } from '../../../fixtures/certificates.ts'

const signer = keyOf('EdDSA')
const publicKey = Buffer.from(signer.publicKey.export({ format: 'jwk' }).x ?? '', 'base64url')

/** Little-endian order of the base point (RFC 8032 §5.1). */
const order = 2n ** 252n + 27742317777372353535851937790883648493n

function addToScalar(signature: Uint8Array, addend: bigint): Uint8Array {
  const scalar = Buffer.from(signature.slice(32).toReversed())
  const sum = (BigInt(`0x${scalar.toString('hex')}`) + addend) % 2n ** 256n
  return Buffer.concat([signature.subarray(0, 32), Buffer.from(sum.toString(16).padStart(64, '0'), 'hex').toReversed()])
}

describe('Ed25519, the second opinion', () => {
  test('verifies the first example of RFC 8032 §7.1', () => {
    const key = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex')
    const signature = Buffer.from(
      'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b',
      'hex',
    )
    expect(verifyEd25519(new Uint8Array(0), signature, key)).toBe(true)
  })

  test('gives the same answers as Node, to sound and to altered signatures alike', () => {
    const alteration = fc.oneof(
      fc.constant((signature: Uint8Array): Uint8Array => signature),
      fc
        .tuple(fc.nat(63), fc.integer({ min: 1, max: 255 }))
        .map(([index, flip]) => (signature: Uint8Array): Uint8Array => {
          const altered = Uint8Array.from(signature)
          altered[index]! ^= flip
          return altered
        }),
      fc
        .constantFrom(order, 2n * order, 4n * order)
        .map((addend) => (signature: Uint8Array) => addToScalar(signature, addend)),
      fc.nat(70).map(
        (length) =>
          (signature: Uint8Array): Uint8Array =>
            signature.slice(0, length),
      ),
    )
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), alteration, (message, alter) => {
        const signature = alter(signBytes(signer, message))
        expect(verifyEd25519(message, signature, publicKey)).toBe(verify(null, message, signer.publicKey, signature))
      }),
      { numRuns: 120 },
    )
  })

  test('refuses a signature whose scalar was moved by the order of the group', () => {
    const message = Buffer.from('giấy đi đường')
    const moved = addToScalar(signBytes(signer, message), order)
    expect(verifyEd25519(message, moved, publicKey)).toBe(false)
  })

  test('gives the same answer as Node about another key', () => {
    const message = Buffer.from('x')
    const other = Buffer.from('d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a', 'hex')
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: other.toString('base64url') }, format: 'jwk' })
    const signature = signBytes(signer, message)
    expect(verifyEd25519(message, signature, other)).toBe(verify(null, message, key, signature))
  })
})
