/** Demo checkpoints for tests: made once, copied for each test, so that no test meets another's journal. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { root } from '../../main/setup/node24.mjs'

export const codeNames = ['valid', 'expired', 'positive', 'forged', 'unknown-key', 'card'] as const
export type CodeName = (typeof codeNames)[number]

/** A demo code: the text in its QR code, and a picture of it. */
export interface Code {
  text: string
  file: string
}

export type DemoCodes = Record<CodeName, Code>

const codeSchema = v.object({ text: v.string(), file: v.string() })
const madeSchema = v.object({ codes: v.array(v.object({ name: v.picklist(codeNames), ...codeSchema.entries })) })
const codesSchema = v.object(v.entriesFromList(codeNames, codeSchema))

/**
 * Makes a demo checkpoint in the folder `profile` and answers with its codes.
 * @param now ISO 8601 time from which their ages count; the present where left out
 */
export async function makeDemoCheckpoint(profile: string, now?: string): Promise<DemoCodes> {
  const args = ['authority/demo.ts', '--profile', profile, ...(now === undefined ? [] : ['--now', now])]
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root })
  const { codes } = v.parse(madeSchema, JSON.parse(stdout))
  return v.parse(codesSchema, Object.fromEntries(codes.map((code) => [code.name, code])))
}
