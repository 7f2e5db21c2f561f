/** The demo checkpoint that `npm start` makes the first time, by the authority's own tool. */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { profilePaths, readCheckpoint } from '../profile.ts'
import { root } from './node24.mjs'

const demoSchema = v.object({ created: v.boolean(), sheet: v.string() })

/** Whether it was made just now, and where its sheet of codes is (null: this checkpoint is not a demo). */
export interface Demo {
  created: boolean
  sheet: string | null
}

/**
 * Makes the demo checkpoint in `profile` unless there is a checkpoint already, and fresh codes for it, for they expire.
 * A real checkpoint is left alone. Throws where the demo cannot be made.
 */
export async function ensureDemo(profile: string): Promise<Demo> {
  if (existsSync(profilePaths(profile).checkpoint) && !isDemo(profile)) return { created: false, sheet: null }
  const child = spawn(process.execPath, [join(root, 'authority', 'demo.ts'), '--profile', profile], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (status !== 0) throw new Error(`The demo checkpoint could not be made in ${profile}.`)
  return v.parse(demoSchema, JSON.parse(output))
}

function isDemo(profile: string): boolean {
  try {
    return readCheckpoint(profile).demo
  } catch {
    // Broken: opening it says so.
    return false
  }
}
