/** Whether a crossing still has room for what is shown, typed or joined: bounded, so that a scan stays quick. */
import { finding } from '../finding/finding.ts'
import { mostEvidence, mostTravellers } from '../limits.ts'
import type { Finding } from '../finding/verdict.ts'
import type { OpenCrossing } from './open-crossing.ts'

/** What there is no room for: another traveller, or another thing that one traveller shows. */
export const fullnesses = ['crossing-full', 'traveller-full'] as const
export type Fullness = (typeof fullnesses)[number]

/** What a crossing has too much of; null: it is within its bounds. */
export function fullness({ travellers, people }: OpenCrossing): Fullness | null {
  if (Math.max(travellers.length, people ?? 0) > mostTravellers) return 'crossing-full'
  return travellers.some(({ evidence }) => evidence.length > mostEvidence) ? 'traveller-full' : null
}

/** What the officer is told of it. */
export function fullnessFinding(full: Fullness): Finding {
  return finding(full, { most: full === 'crossing-full' ? mostTravellers : mostEvidence })
}
