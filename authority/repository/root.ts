/** Roots: who may sign what (TUF 1.0 §4.3), and how one root hands over to the next (§6.1). */
import { join } from 'node:path'
import { Root } from '@tufjs/models'
import { writeDurably } from './durable-write.ts'
import { failure } from './failures.ts'
import type { Home } from './home.ts'
import type { KeyRing } from './key-ring.ts'
import { expiryAfter, readNewestRoot, signMetadata, specVersion } from './metadata-file.ts'
import { isRole, newRoleKey, roles, type PublicRoleKey, type Role, type RoleKey } from './role-key.ts'

/** How many keys a role has, and how many of them must sign. */
export interface RolePlan {
  keys: number
  threshold: number
}

/** One person may lose a root key, and none can use one alone; the others are used at every publication. */
export const usualPlan: Readonly<Record<Role, RolePlan>> = {
  root: { keys: 3, threshold: 2 },
  targets: { keys: 1, threshold: 1 },
  snapshot: { keys: 1, threshold: 1 },
  timestamp: { keys: 1, threshold: 1 },
}

/** What a root says, in the form in which it is changed. */
interface RootContent {
  keys: Record<string, unknown>
  roles: Record<Role, { keyids: string[]; threshold: number }>
}

function makeRoot({ keys, roles: assigned }: RootContent, version: number, expires: string): Root {
  const named = new Set(Object.values(assigned).flatMap(({ keyids }) => keyids))
  const used = Object.fromEntries(Object.entries(keys).filter(([keyid]) => named.has(keyid)))
  const json = {
    _type: 'root',
    spec_version: specVersion,
    version,
    expires,
    consistent_snapshot: true,
    keys: used,
    roles: assigned,
  }
  return Root.fromJSON(JSON.parse(JSON.stringify(json)))
}

function contentOf(root: Root): RootContent {
  const assigned = (role: Role) => ({ keyids: [...root.roles[role]!.keyIDs], threshold: root.roles[role]!.threshold })
  return {
    keys: Object.fromEntries(Object.entries(root.keys).map(([keyid, key]) => [keyid, key.toJSON()])),
    roles: {
      root: assigned('root'),
      targets: assigned('targets'),
      snapshot: assigned('snapshot'),
      timestamp: assigned('timestamp'),
    },
  }
}

/** Makes all keys of an authority and its first root. The root is written last: with it the authority exists. */
export function makeFirstRoot(
  home: Home,
  ring: KeyRing,
  plan: Readonly<Record<Role, RolePlan>>,
  now: number,
  days: number,
): void {
  const keys: Record<string, PublicRoleKey> = {}
  const made = (role: Role): RoleKey[] => Array.from({ length: plan[role].keys }, newRoleKey)
  const assign = (role: Role, roleKeys: readonly RoleKey[]) => {
    for (const key of roleKeys) {
      ring.add(key, role)
      keys[key.keyid] = key.publicKey
    }
    return { keyids: roleKeys.map(({ keyid }) => keyid), threshold: plan[role].threshold }
  }
  const rootKeys = made('root')
  const content: RootContent = {
    keys,
    roles: {
      root: assign('root', rootKeys),
      targets: assign('targets', made('targets')),
      snapshot: assign('snapshot', made('snapshot')),
      timestamp: assign('timestamp', made('timestamp')),
    },
  }
  writeDurably(join(home.metadata, '1.root.json'), signMetadata(makeRoot(content, 1, expiryAfter(now, days)), rootKeys))
}

/** Writes the next root, signed by enough keys of the root before it and of its own. */
function handOver(home: Home, ring: KeyRing, before: Root, content: RootContent, expires: string): Root {
  const next = makeRoot(content, before.version + 1, expires)
  const old = contentOf(before).roles.root
  const own = content.roles.root
  const signers = new Map<string, RoleKey>()
  for (const { keyids, threshold } of [old, own])
    for (const key of ring.open('root', keyids, threshold)) signers.set(key.keyid, key)
  writeDurably(join(home.metadata, `${next.version}.root.json`), signMetadata(next, [...signers.values()]))
  return next
}

const yearFrom = (now: number, days: number | undefined): string => expiryAfter(now, days ?? 365)

/** Adds a new key to a role, and sets its threshold where one is given. Answers the key's identifier. */
export function addRoleKey(
  home: Home,
  ring: KeyRing,
  change: { role: Role; threshold?: number; now: number; days?: number },
): string {
  const root = readNewestRoot(home.metadata)
  const content = contentOf(root)
  const key = newRoleKey()
  const assigned = content.roles[change.role]
  assigned.keyids.push(key.keyid)
  assigned.threshold = change.threshold ?? assigned.threshold
  if (assigned.threshold > assigned.keyids.length)
    throw failure('too-few-keys', { role: change.role, found: assigned.keyids.length, needed: assigned.threshold })
  content.keys[key.keyid] = key.publicKey
  ring.add(key, change.role)
  handOver(home, ring, root, content, yearFrom(change.now, change.days))
  return key.keyid
}

/** Takes a key out of its role and destroys its private half. Answers the role. */
export function retireRoleKey(
  home: Home,
  ring: KeyRing,
  change: { keyid: string; threshold?: number; now: number; days?: number },
): Role {
  const root = readNewestRoot(home.metadata)
  const content = contentOf(root)
  const role = roles.find((each) => content.roles[each].keyids.includes(change.keyid))
  if (!role) throw failure('no-such-key', { key: change.keyid })
  const assigned = content.roles[role]
  assigned.keyids = assigned.keyids.filter((keyid) => keyid !== change.keyid)
  assigned.threshold = change.threshold ?? assigned.threshold
  if (assigned.threshold > assigned.keyids.length)
    throw failure('too-few-keys', { role, found: assigned.keyids.length, needed: assigned.threshold })
  handOver(home, ring, root, content, yearFrom(change.now, change.days))
  ring.remove(change.keyid)
  return role
}

/** Signs the same root anew with a later expiry. */
export function renewRoot(home: Home, ring: KeyRing, now: number, days?: number): Root {
  const root = readNewestRoot(home.metadata)
  return handOver(home, ring, root, contentOf(root), yearFrom(now, days))
}

/** The roles of a root, in order, with their keys. */
export function listRoles(root: Root): { role: Role; threshold: number; keyids: string[] }[] {
  return roles.map((role) => ({ role, ...contentOf(root).roles[role] }))
}

/** Reads `--role root=2/3` (two of three keys must sign); null where it is not that. */
export function readRolePlan(text: string): [Role, RolePlan] | null {
  const [, role, threshold, keys] = /^([a-z]+)=([1-9]\d?)\/([1-9]\d?)$/.exec(text) ?? []
  if (role === undefined || !isRole(role) || Number(threshold) > Number(keys)) return null
  return [role, { keys: Number(keys), threshold: Number(threshold) }]
}
