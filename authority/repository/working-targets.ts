/** What the next publication holds, checked as a checkpoint would: what no checkpoint could use is not signed. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { keyFromJwk, parseRevocations, revocationFaults, trustTargetLimits } from '../../main/trust/index.ts'
import { parseJsonBytes, readNamedFile } from '../../main/files/index.ts'
import { checkpointPolicySchema } from '../../shared/domain/checkpoint-policy.ts'
import { readValueSets } from '../../shared/rules/value-sets.ts'
import { failure } from './failures.ts'
import type { Home } from './home.ts'
import { rulesProblem } from './rule-file.ts'

/** A file to publish. */
export interface WorkingTarget {
  name: string
  bytes: Buffer
}

const message = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function keysProblem(content: unknown): string | null {
  const set = v.safeParse(v.looseObject({ keys: v.array(v.unknown()) }), content)
  if (!set.success) return 'is not a JWK set'
  for (const [index, jwk] of set.output.keys.entries()) {
    try {
      keyFromJwk(jwk)
    } catch (error) {
      return `key ${index + 1}: ${message(error)}`
    }
  }
  return null
}

function valueSetsProblem(content: unknown): string | null {
  if (!Array.isArray(content)) return 'is not a list of value sets'
  const reading = readValueSets(content)
  return reading.ok ? null : `value set ${reading.place + 1}: ${reading.message}`
}

function policyProblem(content: unknown): string | null {
  const parsed = v.safeParse(checkpointPolicySchema, content)
  return parsed.success ? null : `${v.getDotPath(parsed.issues[0]) ?? ''} ${parsed.issues[0].message}`.trim()
}

function revocationsProblem(bytes: Buffer): string | null {
  const answer = parseRevocations(bytes)
  return answer.ok ? null : revocationFaults[answer.why].en
}

function sizeProblem(name: string, bytes: Buffer): string | null {
  const limit = trustTargetLimits.get(name) ?? 0
  return bytes.length <= limit ? null : `is larger than the ${limit} bytes that a checkpoint takes`
}

const fromJson =
  (problem: (content: unknown) => string | null) =>
  (bytes: Buffer): string | null => {
    let content: unknown
    try {
      content = parseJsonBytes(bytes)
    } catch (error) {
      return message(error)
    }
    return problem(content)
  }

/** The files that are published, with what says whether one may be. */
export const publishable: ReadonlyMap<string, (bytes: Buffer) => string | null> = new Map([
  ['keys.json', fromJson(keysProblem)],
  ['rules.json', fromJson(rulesProblem)],
  ['value-sets.json', fromJson(valueSetsProblem)],
  ['policy.json', fromJson(policyProblem)],
  ['revocations.bin', revocationsProblem],
])

/**
 * Reads and checks the working targets that are there.
 * @throws Failure `target-unusable`
 */
export function readWorkingTargets(home: Home): WorkingTarget[] {
  const targets: WorkingTarget[] = []
  for (const [name, problem] of publishable) {
    const file = join(home.working, name)
    if (!existsSync(file)) continue
    const bytes = readNamedFile(file)
    const why = sizeProblem(name, bytes) ?? problem(bytes)
    if (why !== null) throw failure('target-unusable', { file: name, why })
    targets.push({ name, bytes })
  }
  return targets
}
