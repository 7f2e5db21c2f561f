/**
 * Ed25519 (RFC 8032 §5.1.7) without a platform's cryptography: some 8 ms a check, so it is the second opinion and what
 * runs where there is no Node, never what a queue waits for.
 */
import nacl from 'tweetnacl'

/** The order of the base point, little-endian (RFC 8032 §5.1). */
const order = Uint8Array.of(
  0xed,
  0xd3,
  0xf5,
  0x5c,
  0x1a,
  0x63,
  0x12,
  0x58,
  0xd6,
  0x9c,
  0xf7,
  0xa2,
  0xde,
  0xf9,
  0xde,
  0x14,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0x10,
)

/** S must be below the order (RFC 8032 §5.1.7 step 1); tweetnacl leaves that out, so a signature could be altered. */
function isReduced(signature: Uint8Array): boolean {
  for (let index = 31; index >= 0; index--) {
    const [digit, bound] = [signature[32 + index]!, order[index]!]
    if (digit !== bound) return digit < bound
  }
  return false
}

/** Verifies an Ed25519 signature. Lengths other than 64 and 32 bytes are answered false. */
export function verifyEd25519(message: Uint8Array, signature: Uint8Array, publicKey: Uint8Array): boolean {
  if (signature.length !== 64 || publicKey.length !== 32 || !isReduced(signature)) return false
  return nacl.sign.detached.verify(message, signature, publicKey)
}
