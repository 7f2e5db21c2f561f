/** `chot-authority key`: the keys of the repository's roles, and those that sign certificates. */
import { formatInstant } from '../../shared/language/time.ts'
import { failure } from '../repository/failures.ts'
import { openHome, type Home } from '../repository/home.ts'
import { addIssuerKey, issuerAlgorithms, listIssuerKeys, retireIssuerKey, usages } from '../repository/issuer-keys.ts'
import { KeyRing } from '../repository/key-ring.ts'
import { readNewestRoot } from '../repository/metadata-file.ts'
import type { Passphrase } from '../repository/passphrase.ts'
import { isRole, roles, type Role } from '../repository/role-key.ts'
import { addRoleKey, listRoles, renewRoot, retireRoleKey } from '../repository/root.ts'
import type { Command, Terminal } from './command.ts'
import { UsageError } from './failure.ts'
import { readPassphrase } from './passphrase.ts'
import { readArguments, readCount } from './read-arguments.ts'

const words = {
  vi: {
    republish: 'Có hiệu lực với các chốt sau khi chạy "chot-authority publish DIR".\n',
    expires: 'hết hạn',
    here: 'có khóa',
    away: 'không có ở đây',
  },
  en: {
    republish: 'Checkpoints learn of it with the next "chot-authority publish DIR".\n',
    expires: 'expires',
    here: 'at hand',
    away: 'not here',
  },
} as const

const options = {
  authority: { type: 'string' },
  keys: { type: 'string', multiple: true },
  threshold: { type: 'string' },
  'expires-days': { type: 'string' },
  name: { type: 'string' },
  country: { type: 'string' },
  usage: { type: 'string', multiple: true },
  algorithm: { type: 'string' },
} as const

type Values = ReturnType<typeof readArguments<typeof options>>['values']

const ringOf = (home: Home, values: Values, passphrase: Passphrase): KeyRing =>
  new KeyRing([home.keys, ...(values.keys ?? [])], passphrase)

/** What root changes have in common; members that were not given are left out. */
function rootChange(values: Values, terminal: Terminal): { now: number; threshold?: number; days?: number } {
  const threshold = readCount('--threshold', values.threshold, 99)
  const days = readCount('--expires-days', values['expires-days'], 3_650)
  return {
    now: terminal.now(),
    ...(threshold === undefined ? {} : { threshold }),
    ...(days === undefined ? {} : { days }),
  }
}

function addIssuer(home: Home, values: Values, passphrase: Passphrase): string {
  const algorithm = issuerAlgorithms.find((known) => known === (values.algorithm ?? 'EdDSA'))
  if (!algorithm) throw new UsageError(`--algorithm takes ${issuerAlgorithms.join(' or ')}`)
  const { name, country, usage = ['test'] } = values
  if (!name) throw new UsageError('key add issuer needs --name TEXT, as officers shall read it')
  if (country === undefined || !/^[A-Z]{2}$/.test(country))
    throw new UsageError('key add issuer needs --country CC, as in VN')
  const wanted = usages.filter((known) => usage.includes(known))
  if (wanted.length < new Set(usage).size) throw new UsageError(`--usage takes ${usages.join(', ')}`)
  return addIssuerKey(home, passphrase, algorithm, { issuer: name, country, usage: wanted }).kid.toString('base64')
}

async function add(home: Home, what: string, values: Values, terminal: Terminal): Promise<void> {
  if (what !== 'issuer' && !isRole(what)) throw new UsageError(`key add takes issuer, ${roles.join(', ')}`)
  const passphrase = await readPassphrase(terminal)
  const added =
    what === 'issuer'
      ? addIssuer(home, values, passphrase)
      : addRoleKey(home, ringOf(home, values, passphrase), { role: what, ...rootChange(values, terminal) })
  terminal.print(`${what}: ${added}\n`)
}

/** The one key whose identifier begins so: of a role, or of an issuer. */
function find(home: Home, beginning: string): { issuer: boolean; key: string } {
  const assigned = new Set(listRoles(readNewestRoot(home.metadata)).flatMap(({ keyids }) => keyids))
  const found = [
    ...[...assigned].map((key) => ({ issuer: false, key })),
    ...listIssuerKeys(home).map(({ kid }) => ({ issuer: true, key: kid })),
  ].filter(({ key }) => key.startsWith(beginning))
  const [first] = found
  if (!first) throw failure('no-such-key', { key: beginning })
  if (found.length > 1) throw failure('key-ambiguous', { key: beginning })
  return first
}

async function retire(home: Home, beginning: string, values: Values, terminal: Terminal): Promise<void> {
  const { issuer, key: found } = find(home, beginning)
  let what: Role | 'issuer' = 'issuer'
  if (issuer) retireIssuerKey(home, found, terminal.now())
  else {
    const ring = ringOf(home, values, await readPassphrase(terminal))
    what = retireRoleKey(home, ring, { keyid: found, ...rootChange(values, terminal) })
  }
  terminal.print(`${what}: ${found}\n`)
}

async function renew(home: Home, values: Values, terminal: Terminal): Promise<void> {
  const { now, days } = rootChange(values, terminal)
  const root = renewRoot(home, ringOf(home, values, await readPassphrase(terminal)), now, days)
  terminal.print(`root ${root.version}: ${words[terminal.locale].expires} ${formatInstant(Date.parse(root.expires))}\n`)
}

/** Needs no passphrase: what is public, and whether the private half is here. */
function list(home: Home, values: Values, terminal: Terminal): void {
  const { locale, print } = terminal
  const root = readNewestRoot(home.metadata)
  const { expires, here, away } = words[locale]
  const held = KeyRing.listFiles([home.keys, ...(values.keys ?? [])])
  print(`root ${root.version}: ${expires} ${formatInstant(Date.parse(root.expires))}\n`)
  for (const { role, threshold, keyids } of listRoles(root)) {
    print(`${role} ${threshold}/${keyids.length}\n`)
    for (const keyid of keyids) print(`  ${keyid} ${held.has(keyid) ? here : away}\n`)
  }
  for (const { kid, algorithm, issuer, country } of listIssuerKeys(home))
    print(`issuer ${kid} ${algorithm} ${country} ${issuer}\n`)
}

export const key: Command = {
  usage: `  key list
      Shows roles, thresholds and keys.
  key add ROLE [--threshold N] [--expires-days N] [--keys DIR]…
      Adds a new key to root, targets, snapshot or timestamp, in a new root.
  key add issuer --name TEXT --country CC [--usage test|vaccination|recovery]… [--algorithm EdDSA|ES256]
      Makes a key that signs certificates and lists it in keys.json.
  key retire KEY [--threshold N] [--expires-days N] [--keys DIR]…
      Takes a role's or an issuer's key (its identifier or how it begins) out of use and destroys its private half.
  key renew [--expires-days N] [--keys DIR]…
      Signs the root anew, good for 365 days unless said otherwise.
`,
  async run(args, terminal) {
    const { values, positionals } = readArguments(args, options)
    const [verb, what, ...rest] = positionals
    const home = () => openHome(values.authority, terminal.env)
    const asked = `${verb ?? ''} ${what === undefined ? 0 : 1 + rest.length}`
    if (asked === 'list 0') {
      list(home(), values, terminal)
      return 0
    }
    if (asked === 'add 1' && what !== undefined) await add(home(), what, values, terminal)
    else if (asked === 'retire 1' && what !== undefined) await retire(home(), what, values, terminal)
    else if (asked === 'renew 0') await renew(home(), values, terminal)
    else throw new UsageError('key takes: list, add ROLE|issuer, retire KEY, or renew')
    terminal.print(words[terminal.locale].republish)
    return 0
  },
}
