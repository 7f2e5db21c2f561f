/**
 * The public key of a certificate, in the one form that OpenSSL and BoringSSL both import. Passports' authorities spell
 * the curve out number by number (RFC 3279 §2.3.5, ICAO 9303-12 §4.4), which BoringSSL does not read, and which in the
 * wrong hands names a curve on which anybody can sign: only numbers of a curve that has a name are taken, as that name.
 */
import { createPublicKey, type KeyObject } from 'node:crypto'
import { believableJwk, demandBelievable } from './believable-key.ts'
import { bitStringOf, childrenOf, oidOf, tags, type Element } from '../certificates/der.ts'
import { KeyUnusable } from './key-unusable.ts'
import type { X509 } from '../certificates/x509.ts'

interface Curve {
  name: 'P-256' | 'P-384' | 'P-521'
  oid: string
  /** Hexadecimal, without leading zeros: the field's prime, the coefficients, the generator's x, the order. */
  prime: string
  a: string
  b: string
  x: string
  order: string
}

/** FIPS 186-4 §D.1.2. */
const curves: readonly Curve[] = [
  {
    name: 'P-256',
    oid: '1.2.840.10045.3.1.7',
    prime: 'ffffffff00000001000000000000000000000000ffffffffffffffffffffffff',
    a: 'ffffffff00000001000000000000000000000000fffffffffffffffffffffffc',
    b: '5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604b',
    x: '6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296',
    order: 'ffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551',
  },
  {
    name: 'P-384',
    oid: '1.3.132.0.34',
    prime: 'fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000ffffffff',
    a: 'fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffeffffffff0000000000000000fffffffc',
    b: 'b3312fa7e23ee7e4988e056be3f82d19181d9c6efe8141120314088f5013875ac656398d8a2ed19d2a85c8edd3ec2aef',
    x: 'aa87ca22be8b05378eb1c71ef320ad746e1d3b628ba79b9859f741e082542a385502f25dbf55296c3a545e3872760ab7',
    order: 'ffffffffffffffffffffffffffffffffffffffffffffffffc7634d81f4372ddf581a0db248b0a77aecec196accc52973',
  },
  {
    name: 'P-521',
    oid: '1.3.132.0.35',
    prime: `1ff${'ff'.repeat(64)}`,
    a: `1ff${'ff'.repeat(63)}fc`,
    b: '51953eb9618e1c9a1f929a21a0b68540eea2da725b99b315f3b8b489918ef109e156193951ec7e937b1652c0bd3bb1bf073573df883d2c34f1ef451fd46b503f00',
    x: 'c6858e06b70404e9cd9e3ecb662395b4429c648139053fb521f828af606b4d3dbaa14b5e77efe75928fe1dc127a2ffa8de3348b3c1856a429bf97e7e31c2e5bd66',
    order:
      '1fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffa51868783bf2f966b7fcc0148f709a5d03bb5c9b8899c47aebb6fb71e91386409',
  },
]

const ecPublicKey = '1.2.840.10045.2.1'
const primeField = '1.2.840.10045.1.1'
const rsaEncryption = '1.2.840.113549.1.1.1'
/** RFC 4055 §1.2; BoringSSL does not import a key under it, and the numbers are the same under `rsaEncryption`. */
const rsaPss = '1.2.840.113549.1.1.10'
/** RFC 8410 §3. */
const ed25519 = '1.3.101.112'

function hex(bytes: Buffer | undefined): string {
  return bytes?.toString('hex').replace(/^0+/, '') ?? ''
}

/** The curve that spelled-out parameters (SEC 1 §C.2) are of. */
function spelledOut(parameters: Element): Curve | undefined {
  const [, field, coefficients, generator, order] = childrenOf(parameters)
  const [fieldType, prime] = childrenOf(field)
  if (oidOf(fieldType) !== primeField) return undefined
  const [a, b] = childrenOf(coefficients)
  return curves.find((curve) => {
    // x pins the generator: were its y the other one, no signature at all would verify.
    const width = Math.ceil(curve.prime.length / 2)
    const x = generator?.tag === tags.octetString ? generator.content.subarray(1, 1 + width) : undefined
    return (
      hex(prime?.content) === curve.prime &&
      hex(a?.content) === curve.a &&
      hex(b?.content) === curve.b &&
      hex(x) === curve.x &&
      hex(order?.content) === curve.order
    )
  })
}

/** A point (SEC 1 §2.3.3), uncompressed, as the members of a JWK. */
function ecKey(parameters: Element | undefined, point: Buffer): KeyObject {
  if (!parameters) throw new KeyUnusable('curve-missing')
  const oid = parameters.tag === tags.oid ? oidOf(parameters) : null
  const curve = oid === null ? spelledOut(parameters) : curves.find((known) => known.oid === oid)
  if (!curve) throw oid === null ? new KeyUnusable('curve-own') : new KeyUnusable('curve-unsupported', { curve: oid })
  const width = Math.ceil(curve.prime.length / 2)
  if (point[0] !== 4 || point.length !== 1 + 2 * width) throw new KeyUnusable('point-compressed')
  const [x, y] = [point.subarray(1, 1 + width), point.subarray(1 + width)].map((part) => part.toString('base64url'))
  return believableJwk({ kty: 'EC', crv: curve.name, x: x!, y: y! })
}

/** RSAPublicKey (RFC 8017 §A.1.1) under whichever of its identifiers. */
function rsaKey(bytes: Buffer): KeyObject {
  try {
    return demandBelievable(createPublicKey({ key: bytes, format: 'der', type: 'pkcs1' }))
  } catch (error) {
    throw error instanceof KeyUnusable ? error : new KeyUnusable('damaged', {}, error)
  }
}

/**
 * Imports the public key of a certificate: RSA, a point on P-256, P-384 or P-521, or Ed25519.
 * @throws KeyUnusable, NotDer
 */
export function certifiedKey({ publicKey }: X509): KeyObject {
  const [algorithm, bits] = childrenOf(publicKey)
  const [identifier, parameters] = childrenOf(algorithm)
  const bytes = bitStringOf(bits)
  const oid = oidOf(identifier)
  switch (oid) {
    case ecPublicKey:
      return ecKey(parameters, bytes)
    case rsaEncryption:
    case rsaPss:
      return rsaKey(bytes)
    case ed25519:
      return believableJwk({ kty: 'OKP', crv: 'Ed25519', x: bytes.toString('base64url') })
    default:
      throw new KeyUnusable('type-unsupported', { type: oid })
  }
}
