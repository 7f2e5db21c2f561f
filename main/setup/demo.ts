/** The demo checkpoint that `npm start` makes the first time, by the authority's own tool. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { shownText } from '../../shared/language/shown-text.ts'
import { profilePaths, readCheckpoint } from '../profile.ts'
import { root } from './node24.mjs'
import { sayUnwritable } from './unwritable.ts'

const demoSchema = v.object({ created: v.boolean(), sheet: v.string() })

/** Whether it was made just now, and where its sheet of codes is (null: this checkpoint is not a demo). */
export interface Demo {
  created: boolean
  sheet: string | null
}

/** What a demo is made of before its last file, checkpoint.json: one that was interrupted is finished. */
const demoParts = new Set(['demo-authority', 'demo-codes', 'trust'])

/** What a shell leaves in a folder that it could not open; nobody's data. */
const leavings = new Set(['browser', 'electron', 'kiosk.log', 'kiosk.log.1', 'settings.json'])

/** Names that are told of a folder that is not empty. */
const mostTold = 5

/**
 * Makes the demo checkpoint in `profile` where that folder is empty, and fresh codes for one that is there, for they
 * expire. A real checkpoint is left alone, one whose checkpoint.json is missing above all: it is no place for a demo.
 * Answers with a sentence in both languages where there is none and none can be made.
 */
export async function ensureDemo(profile: string): Promise<Demo | { refused: string }> {
  const state = stateOf(profile)
  if ('refused' in state) return state
  if (state.leave) return { created: false, sheet: null }
  const made = await makeDemo(profile)
  if ('created' in made) return made
  const unwritable = sayUnwritable(profile, made.errors)
  // A demo that is there works without fresh codes too.
  if (unwritable !== null && existsSync(profilePaths(profile).checkpoint)) {
    console.error(unwritable)
    return { created: false, sheet: null }
  }
  return {
    refused:
      unwritable ??
      `Không tạo được chốt thử trong ${profile}. Hãy báo kỹ thuật dòng sau. / The demo checkpoint could not be made in ${profile}. Tell IT the following.\n${made.errors}`,
  }
}

/** What is in the folder. `leave`: nothing that the demo's tool should touch. */
function stateOf(profile: string): { leave: boolean } | { refused: string } {
  if (existsSync(profilePaths(profile).checkpoint)) return { leave: !isDemo(profile) }
  let names: string[]
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    names = readdirSync(profile).filter((name) => !leavings.has(name))
  } catch (error) {
    return { refused: sayUnwritable(profile, String(error)) ?? sayNoFolder(profile) }
  }
  const begun = names.includes('demo-authority') && names.every((name) => demoParts.has(name))
  if (names.length === 0 || begun) return { leave: false }
  const told = names.slice(0, mostTold).map(shownText).join(', ')
  return {
    refused:
      `Thiếu checkpoint.json trong ${profile}, mà ở đó đã có ${told}: không tạo chốt thử đè lên. Hãy chép lại checkpoint.json từ bản sao; muốn chạy thử thì chọn một thư mục trống bằng --profile. / ` +
      `The file checkpoint.json is missing in ${profile}, which holds ${told}: no demo is made over it. Put checkpoint.json back from its copy; to try Chốt out, name an empty folder with --profile.`,
  }
}

function isDemo(profile: string): boolean {
  try {
    return readCheckpoint(profile).mode === 'practice'
  } catch {
    // Broken: opening it says so.
    return false
  }
}

function sayNoFolder(profile: string): string {
  return (
    `Không dùng được ${profile} làm hồ sơ: không phải là thư mục. Hãy chọn thư mục khác bằng --profile. / ` +
    `${profile} cannot be a profile: it is no folder. Name another one with --profile.`
  )
}

/** Runs the tool. What it, or the disk before it, said where it failed. */
async function makeDemo(profile: string): Promise<Demo | { errors: string }> {
  try {
    // Asked first: of a read-only disk Node says in places that a folder is not there.
    rmdirSync(mkdtempSync(join(profile, 'probe-')))
  } catch (error) {
    return { errors: String(error) }
  }
  const child = spawn(process.execPath, [join(root, 'authority', 'demo.ts'), '--profile', profile], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  const status = await new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  return status === 0 ? v.parse(demoSchema, JSON.parse(output)) : { errors }
}
