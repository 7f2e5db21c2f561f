/** The members of the checkpoints' policy by their dotted names (`ages.keys.oldAfterHours`), as people read and set them. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { parseJsonBytes, readNamedFile } from '../../main/files/index.ts'
import { defaultPolicy } from '../../main/trust/index.ts'
import { checkpointPolicySchema, type CheckpointPolicy } from '../../shared/domain/checkpoint-policy.ts'
import { failure } from './failures.ts'
import type { Home } from './home.ts'

/** The file in the working folder. */
export const policyName = 'policy.json'

/**
 * The policy of the next publication: the working one, else what checkpoints have where none is published.
 * @throws Failure `target-unusable`
 */
export function readWorkingPolicy(home: Home): CheckpointPolicy {
  const file = join(home.working, policyName)
  if (!existsSync(file)) return defaultPolicy
  try {
    return v.parse(checkpointPolicySchema, parseJsonBytes(readNamedFile(file)))
  } catch (error) {
    throw failure('target-unusable', { file: policyName }, { cause: error })
  }
}

/** Every member that the policy may have. `format` is the file's own. */
export const policyMembers: readonly string[] = membersOf(checkpointPolicySchema.entries).filter(
  (name) => name !== 'format',
)

/** Those that may be left out. */
export const optionalMembers: ReadonlySet<string> = new Set(
  Object.entries(checkpointPolicySchema.entries)
    .filter(([, schema]) => schema.type === 'exact_optional')
    .map(([name]) => name),
)

function membersOf(entries: object): string[] {
  return Object.entries(entries).flatMap(([name, schema]: [string, object]) =>
    'entries' in schema && typeof schema.entries === 'object' && schema.entries !== null
      ? membersOf(schema.entries).map((inner) => `${name}.${inner}`)
      : [name],
  )
}

const objectSchema = v.record(v.string(), v.unknown())

/** A policy's member; undefined where it has none of that name. */
export function memberOf(policy: unknown, name: string): unknown {
  return name.split('.').reduce<unknown>((value, part) => (v.is(objectSchema, value) ? value[part] : undefined), policy)
}

/** The same with one member set, or left out; not checked yet. */
export function withMember(policy: unknown, [first = '', ...rest]: readonly string[], value: unknown): unknown {
  const { [first]: before, ...others } = v.parse(objectSchema, policy)
  if (rest.length > 0) return { ...others, [first]: withMember(before, rest, value) }
  return value === undefined ? others : { ...others, [first]: value }
}
