/** The public VDS-NC cases, each under the authorities that the data's README names for it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readCertified, SigningAuthorities } from '../../main/trust/signer-chain.ts'
import { verifySignature } from '../../main/verify/signature.ts'
import { decodeVdsNc } from '../../shared/certificate/vds-nc.ts'
import type { Comparison } from './dcc.ts'
import { readJsonLines } from './public-data.ts'

interface VdsNcCase {
  id: string
  qr: string
  expected: 'accept' | 'reject' | 'signature-valid, untrusted issuer'
  /** Does the signature verify over the canonical text? */
  jcs: boolean
  /** The authorities of its chain, files of `csca/`. */
  chain: string[]
  /** The signer's own period, as OpenSSL writes it. */
  from: string
  to: string
}

/** When all of these codes were in use. */
const clock = Date.parse('2021-12-01T00:00:00Z')

interface Answer {
  structure: string
  signature: boolean
  /** What became of the signer under the authorities given; null where its certificate could not be read. */
  key: string | null
  from: number | null
  to: number | null
}

function answer(text: string, authorities: SigningAuthorities): Answer {
  const { certificate, claims, envelope, structure } = decodeVdsNc(text)
  const read = envelope?.signer ? readCertified(envelope.signer) : null
  if (!envelope?.algorithm || !read?.ok) return { structure, signature: false, key: null, from: null, to: null }
  const { certified } = read
  const question = {
    kind: certificate?.statement.kind ?? null,
    state: claims?.issuer ?? null,
    signedAt: claims?.issuedAt ?? null,
    now: clock,
  }
  return {
    structure,
    signature: verifySignature(envelope.algorithm, envelope, certified) === 'valid',
    key: authorities.judge(certified, question).outcome,
    from: certified.certificate.notBefore,
    to: certified.certificate.notAfter,
  }
}

/**
 * Compares every expectation of the data in `folder` with what we find: the signature, the signer's chain under every
 * authority of the data and under each of its own alone, and that nobody is believed where we hold no authority.
 * @param folder holds `vdsnc/`
 */
export function compareVdsNc(folder: string): Comparison[] {
  const vdsNc = join(folder, 'vdsnc')
  const cases = readJsonLines<VdsNcCase>(join(vdsNc, 'cases.jsonl'))
  const files = [...new Set(cases.flatMap(({ chain }) => chain))]
  const held = new Map(files.map((file) => [file, readFileSync(join(vdsNc, 'csca', file))]))
  const everyone = new SigningAuthorities([...held.values()])
  const nobody = new SigningAuthorities([])
  return cases.flatMap(({ chain, expected, from, id, jcs, qr, to }) => {
    const found = answer(qr, everyone)
    const row = (expectation: string, wanted: boolean, is: boolean): Comparison => ({
      id,
      expectation,
      expected: wanted,
      found: is,
      counts: true,
    })
    return [
      row('VDS-NC structure', true, found.structure === 'structure-sound'),
      row('VDS-NC signature', jcs, found.signature),
      row('VDS-NC key', chain.length > 0, found.key === 'trusted'),
      row('VDS-NC accepted', expected === 'accept', found.signature && found.key === 'trusted'),
      row(
        'VDS-NC untrusted issuer',
        expected.includes('untrusted issuer'),
        found.signature && found.key === 'unknown-authority',
      ),
      row('VDS-NC signer dates', true, found.from === Date.parse(from) && found.to === Date.parse(to)),
      row('VDS-NC no authority', true, answer(qr, nobody).key === 'unknown-authority'),
      ...chain.map((file) => {
        const alone = new SigningAuthorities([held.get(file) ?? Buffer.alloc(0)])
        return row('VDS-NC one authority', true, answer(qr, alone).key === 'trusted')
      }),
    ]
  })
}
