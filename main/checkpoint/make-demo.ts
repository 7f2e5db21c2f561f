/** The demo, a practice checkpoint that `npm start` makes where there is none, by the authority's own tool. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import type { Mode } from '../../shared/domain/mode.ts'
import { shownText } from '../../shared/language/shown-text.ts'
import { profilePaths, profileState, type ProfileState } from '../profile/index.ts'
import { rootFileName } from '../trust/index.ts'
import { sayUnwritable } from '../files/index.ts'
import { isDemo } from './reset-demo.ts'

const demoSchema = v.object({ created: v.boolean(), sheet: v.string() })

/** Whether it was made just now, and where its sheet of codes is (null: this checkpoint is not a demo). */
export interface Demo {
  created: boolean
  /** Of the profile that is there now; null where its checkpoint.json is broken. */
  mode: Mode | null
  sheet: string | null
}

/** The authority's tool, run in a process of its own: this program signs nothing. */
const demoTool = fileURLToPath(new URL('../../authority/demo.ts', import.meta.url))

/** Names that are told of a folder that is not empty. */
const mostTold = 5

/**
 * Makes the demo checkpoint in `profile` where that folder is empty, and fresh codes for one that is there, for they
 * expire. Any other checkpoint is left alone, one whose checkpoint.json is missing above all: it is no place for a demo.
 * Answers with a sentence in both languages where there is none and none can be made.
 */
export async function ensureDemo(profile: string): Promise<Demo | { refused: string }> {
  const state = stateOf(profile)
  if ('refused' in state) return state
  if (state.kind === 'profile' && !hasOwnKeys(profile)) return { created: false, mode: state.mode, sheet: null }
  const made = await makeDemo(profile)
  if ('created' in made) return { ...made, mode: 'practice' }
  const unwritable = sayUnwritable(profile, made.errors)
  // A demo that is there works without fresh codes too.
  if (unwritable !== null && existsSync(profilePaths(profile).checkpoint)) {
    console.error(unwritable)
    return { created: false, mode: 'practice', sheet: null }
  }
  return {
    refused:
      unwritable ??
      `Không tạo được chốt thử trong ${profile}. Hãy báo kỹ thuật dòng sau. / The demo checkpoint could not be made in ${profile}. Tell IT the following.\n${made.errors}`,
  }
}

/** Whether its keys are the demo's own: others for practice are not to be written over, nor anything beside a root. */
const hasOwnKeys = (profile: string): boolean =>
  isDemo(profile) && !existsSync(join(profilePaths(profile).trust, rootFileName))

/** What is in the folder, which is made where it is missing. */
function stateOf(profile: string): Exclude<ProfileState, { kind: 'other' | 'set-up-begun' }> | { refused: string } {
  let state: ProfileState
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 })
    state = profileState(profile)
  } catch (error) {
    return { refused: sayUnwritable(profile, String(error)) ?? sayNoFolder(profile) }
  }
  if (state.kind === 'set-up-begun') return { refused: sayBegun(profile) }
  if (state.kind !== 'other') return state
  const told = state.names.slice(0, mostTold).map(shownText).join(', ')
  return {
    refused:
      `Thiếu checkpoint.json trong ${profile}, mà ở đó đã có ${told}: không tạo chốt thử đè lên. Hãy chạy "npx chot checkpoint set --profile ${profile}" nếu đó là hồ sơ của chốt; muốn chạy thử thì chọn một thư mục trống bằng --profile. / ` +
      `The file checkpoint.json is missing in ${profile}, which holds ${told}: no demo is made over it. If it is a checkpoint’s profile, run "npx chot checkpoint set --profile ${profile}"; to try Chốt out, name an empty folder with --profile.`,
  }
}

function sayBegun(profile: string): string {
  return (
    `Hồ sơ trong ${profile} đang lập dở. Hãy lập lại bằng "npx chot set-up --profile ${profile}"; muốn chạy thử thì chọn một thư mục trống bằng --profile. / ` +
    `The set-up of the profile in ${profile} was not finished. Begin it again with "npx chot set-up --profile ${profile}"; to try Chốt out, name an empty folder with --profile.`
  )
}

function sayNoFolder(profile: string): string {
  return (
    `Không dùng được ${profile} làm hồ sơ: không phải là thư mục. Hãy chọn thư mục khác bằng --profile. / ` +
    `${profile} cannot be a profile: it is no folder. Name another one with --profile.`
  )
}

/** Runs the tool. What it, or the disk before it, said where it failed. */
async function makeDemo(profile: string): Promise<v.InferOutput<typeof demoSchema> | { errors: string }> {
  try {
    // Asked first: of a read-only disk Node says in places that a folder is not there.
    rmdirSync(mkdtempSync(join(profile, 'probe-')))
  } catch (error) {
    return { errors: String(error) }
  }
  const child = spawn(process.execPath, [demoTool, '--profile', profile], {
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
