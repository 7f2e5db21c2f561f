/** A kiosk that a hub on paper has invited, its journal open, and its trips. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Journal } from '../../../../main/journal/index.ts'
import { nodeDisk } from '../../../../main/sync/disk.ts'
import { enrol } from '../../../../main/sync/enrol/enrol.ts'
import { setOut, type Ground, type Trip } from '../../../../main/sync/ground.ts'
import { sealHere } from '../../../../main/sync/seal/seal-batches.ts'
import type { Fetch } from '../../../../main/sync/wire/wire.ts'
import { tripByWire, type WireTrip } from '../../../../main/sync/wire/wire-trip.ts'
import type { Answer } from '../../../../shared/sync/answer.ts'
import { invitationOf, invited, type PaperHub } from '../../../fixtures/paper-hub.ts'
import { openIn } from '../journal/journal-in.ts'

export const at = 1_633_309_200_000

/** One that has so many entries beside those that it begins with. */
export async function invitedKiosk(entries: number, address: string | null = null) {
  const profile = mkdtempSync(join(tmpdir(), 'chot-sync-'))
  const journal = await openIn(join(profile, 'journal'))
  onTestFinished(() => journal.close())
  journal.begin('practice', at)
  journal.ledger.ensureKeys(at)
  const checkpoint = { kiosk: 'kiosk-1', name: 'Chốt 1', lane: '1', mode: 'practice' } as const
  const answer = await enrol({ profile, checkpoint, journal, disk: nodeDisk, now: () => at }, invitationOf(address))
  if (!answer.done || answer.enrolment !== invited) throw new Error('the kiosk was not enrolled')
  record(journal, entries)
  const about = () => ({ version: '0.1.0', trust: {}, doubt: null })
  const { ledger } = journal
  const seal = sealHere(ledger, nodeDisk)
  const ground: Ground = { profile, ledger, mode: 'practice', about, now: () => at + 1, disk: nodeDisk, seal }
  return { journal, ground, checkpoint, profile }
}

/** Records so many entries more. */
export function record(journal: Journal, entries: number): void {
  for (let count = 0; count < entries; count++) journal.recordEvent('trust.updated', { from: `${count}` }, at + count)
}

/** A trip that is ready to be made. */
export async function readyTrip(ground: Ground): Promise<Trip> {
  const ready = await setOut(ground)
  if (typeof ready === 'string') throw new Error(ready)
  return ready
}

/** The hashes of all entries, in their order. */
export const hashesOf = ({ ledger }: Ground): string[] =>
  ledger.outgoing
    .read({ from: 1, through: Number.MAX_SAFE_INTEGER, characters: Infinity })
    .map(({ entry }) => entry.hash)

/** A hub's answer as it goes over the wire. */
export const answerOf = (said: Answer, status = said.refused ? 409 : 201): Response =>
  new Response(JSON.stringify(said), { status })

/** A wire to a hub; `each` stands in its way. */
export const wireTo =
  (
    hub: PaperHub,
    each: (said: () => Answer, url: string) => Response | Promise<Response> = (said) => answerOf(said()),
  ): Fetch =>
  async (url, init) => {
    const body = new Uint8Array(await new Response(init.body).arrayBuffer())
    return each(() => hub.take(body), url)
  }

/** Makes a trip to a hub whose wire is whole. */
export const byWire = async (ground: Ground, hub: PaperHub): Promise<WireTrip> =>
  tripByWire(await readyTrip(ground), wireTo(hub), () => undefined)
