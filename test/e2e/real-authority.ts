/** An authority as the province has one, made by its own command: a stick that it publishes to, results that it issues. */
import { execFile } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { root } from '../../main/setup/node24.mjs'

const hour = 3_600_000

export interface RealAuthority {
  /** The folder that it publishes to. */
  stick: string
  /** Of its root, in groups, as it reads it out. */
  fingerprint: string
  /** Writes the next publication to the stick. */
  publish(): Promise<void>
  /** A picture of the code of a person's negative result, of three hours ago. */
  issue(name: string): Promise<string>
}

const manifestSchema = v.object({ files: v.tuple([v.string()]) })

/** Makes one in a folder, with an issuer, and its first publication. */
export async function makeRealAuthority(folder: string): Promise<RealAuthority> {
  const home = join(folder, 'authority')
  const stick = join(folder, 'SO-Y-TE')
  mkdirSync(stick, { recursive: true })
  const env = { ...process.env, CHOT_AUTHORITY_PASSPHRASE: 'a passphrase for tests', CHOT_LANG: 'en' }
  const run = async (...words: string[]): Promise<string> => {
    const command = ['authority/cli.ts', ...words, '--authority', home]
    const { stdout } = await promisify(execFile)(process.execPath, command, { cwd: root, env })
    return stdout
  }
  const publish = async (): Promise<void> => void (await run('publish', stick))
  let issued = 0

  await run('init', '--role', 'root=1/1')
  await run('key', 'add', 'issuer', '--name', 'Sở Y tế Bắc Giang', '--country', 'VN')
  await publish()
  const [fingerprint = ''] = /([0-9a-f]{4} ){15}[0-9a-f]{4}/.exec(await run('fingerprint')) ?? []
  return {
    stick,
    fingerprint,
    publish,
    async issue(name) {
      issued += 1
      const [results, out] = [join(folder, `results-${issued}.csv`), join(folder, `issued-${issued}`)]
      const sampledAt = new Date(Date.now() - 3 * hour).toISOString()
      const lines = ['name,birth date,sample time,method,result', `${name},1999-02-26,${sampledAt},PCR,negative`]
      writeFileSync(results, `${lines.join('\n')}\n`)
      await run('issue', results, '--out', out, '--zone', '+07:00', '--centre', 'CDC Bắc Giang')
      const { files } = v.parse(manifestSchema, JSON.parse(readFileSync(join(out, 'manifest.jsonl'), 'utf8')))
      return join(out, files[0])
    },
  }
}
