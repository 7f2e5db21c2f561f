/**
 * What IT sends on when something is wrong with sync: numbers, states and versions. No person is in it, no secret, and no name
 * of a file that a stranger chose.
 */
import { arch, platform, release } from 'node:os'
import { join } from 'node:path'
import { decodeBase64url } from '../../../shared/certificate/base64url.ts'
import { keyIdOf } from '../../../shared/sync/seal.ts'
import { nodeMeans } from '../means.ts'
import type { Ground } from '../ground.ts'
import { inProfile, readBatchName } from '../places.ts'
import { putFile } from '../put-file.ts'
import { stateOfSync, type Underway } from './state-of-sync.ts'
import { readState, sealingOf } from '../sync-state.ts'
import { syncStatus } from './sync-status.ts'

const idOf = (key: string): string => keyIdOf(nodeMeans, decodeBase64url(key) ?? new Uint8Array(0))

/** Says it, as a JSON text. */
export async function diagnose(ground: Ground, underway: Underway | null): Promise<string> {
  const { profile, ledger, disk, mode, now } = ground
  const paths = inProfile(profile)
  const state = await readState(disk, paths)
  const hub = ledger.hub()
  const sealing = hub && sealingOf(state, hub)
  const { version, trust, doubt } = ground.about()
  const { names } = await disk.list(paths.out)
  const status = stateOfSync(await syncStatus(ground), underway, now())
  const tries = status.tries.map(({ at, way, why }) => ({ at: new Date(at).toISOString(), way, why }))
  const { clock } = status
  const refused = status.refused && { why: status.refused.why, at: status.refused.at }
  const said = {
    chot: 'sync diagnostics',
    at: new Date(now()).toISOString(),
    program: { version, node: process.versions.node, system: `${platform()} ${release()} ${arch()}` },
    mode,
    // In words alone: the sentences are the program's own.
    sync: { ...status, refused, clock: clock && { wrong: clock.wrong }, last: tries[0] ?? null, tries },
    epochs: ledger.outgoing.epochs(),
    key: ledger.outgoing.signer().number,
    sealing: sealing && { number: sealing.number, keys: sealing.keys.map(idOf), recovery: sealing.recovery !== null },
    trust,
    clock: { doubt, offset: state.offset },
    most: state.most,
    outbox: names.flatMap((name) => readBatchName(name) ?? []),
    // Their names are nobody's business.
    strangersInOutbox: names.filter((name) => readBatchName(name) === null).length,
  }
  return `${JSON.stringify(said, null, 2)}\n`
}

/** Writes it to a folder, whole or not at all. @returns the file @throws the system's error */
export async function writeDiagnostics({ disk, now }: Ground, folder: string, text: string): Promise<string> {
  const file = join(folder, `chot-sync-${new Date(now()).toISOString().replaceAll(/[:.]/g, '-')}.json`)
  await putFile(disk, file, new TextEncoder().encode(text))
  return file
}
