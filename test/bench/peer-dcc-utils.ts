/**
 * dcc-utils as a peer. It is AGPL: installed in a folder outside the project, for the length of a benchmark, and never
 * a dependency.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SigningKey } from '../../authority/signing-key.ts'
import type { Algorithm } from '../../shared/certificate/decoded.ts'

const version = '0.4.0'

interface DccClass {
  fromRaw(text: string): Promise<{ checkSignatureWithKeysList(keys: Record<string, object>): Promise<unknown> }>
}

/** A verifier to be measured beside ours. */
export interface Peer {
  name: string
  /** One verification of the nth text; null where the peer does not know the algorithm. */
  prepare(algorithm: Algorithm, key: SigningKey, texts: readonly string[]): ((index: number) => Promise<void>) | null
}

/** Its key-list call knows ES256 alone: PS256 ends it with "Unknown algorithm, -37". */
const webcryptoNames: Partial<Record<Algorithm, object>> = { ES256: { name: 'ECDSA', namedCurve: 'P-256' } }

/** Installs the peer if it is not there; null where that cannot be done (no registry within reach). */
export async function loadPeer(): Promise<Peer | null> {
  const folder = join(tmpdir(), 'chot-bench-peers')
  if (!existsSync(join(folder, 'node_modules', 'dcc-utils'))) {
    process.stderr.write('installing dcc-utils outside the project, to measure beside it …\n')
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'package.json'), '{"private":true}')
    try {
      execFileSync(
        'npm',
        ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error', `dcc-utils@${version}`],
        {
          cwd: folder,
          stdio: ['ignore', 2, 2],
          shell: process.platform === 'win32',
        },
      )
    } catch {
      return null
    }
  }
  const { DCC } = createRequire(join(folder, 'package.json'))('dcc-utils') as { DCC: DccClass }
  return {
    name: `dcc-utils ${version}, checkSignatureWithKeysList`,
    prepare: (algorithm, key, texts) => {
      const publicKeyAlgorithm = webcryptoNames[algorithm]
      if (!publicKeyAlgorithm) return null
      const publicKeyPem = key.publicKey.export({ format: 'der', type: 'spki' }).toString('base64')
      const keys = { [key.kid.toString('base64')]: { publicKeyPem, publicKeyAlgorithm } }
      return async (index) => {
        const dcc = await DCC.fromRaw(texts[index] as string)
        if (!(await dcc.checkSignatureWithKeysList(keys)))
          throw new Error('the peer did not verify a sound certificate')
      }
    },
  }
}
