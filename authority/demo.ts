/**
 * Makes a demo checkpoint in a folder the first time, and fresh demo codes each time:
 * `node authority/demo.ts --profile DIR [--now ISO-TIME]`. Prints one JSON line.
 */
import { createPrivateKey, createPublicKey } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { qrMatrix, qrPng } from '../main/qr/index.ts'
import { readClock } from '../shared/certificate/moment.ts'
import { demoCodes } from './demo-codes.ts'
import { lessonCodes } from './lesson-codes.ts'
import { demoSheet } from './demo-sheet.ts'
import { newSigningKey, publicJwk, signingKey, type SigningKey } from './signing-key.ts'

const { values } = parseArgs({ options: { profile: { type: 'string' }, now: { type: 'string' } } })
if (!values.profile) throw new Error('usage: node authority/demo.ts --profile DIR [--now ISO-TIME]')
const now = values.now === undefined ? Date.now() : (readClock(values.now) ?? Number.NaN)
if (Number.isNaN(now)) throw new Error(`--now ${values.now} is not an ISO 8601 time`)

const profile = values.profile
const pixelsPerModule = 6
const authority = join(profile, 'demo-authority')
const codesFolder = join(profile, 'demo-codes')

function readOrMakeKey(name: string): SigningKey {
  const file = join(authority, `${name}.pem`)
  if (existsSync(file)) {
    const privateKey = createPrivateKey(readFileSync(file))
    return signingKey('EdDSA', { privateKey, publicKey: createPublicKey(privateKey) })
  }
  const key = newSigningKey('EdDSA')
  writeFileSync(file, key.privateKey.export({ format: 'pem', type: 'pkcs8' }), { mode: 0o600 })
  return key
}

/** In one piece: a disk that is full leaves the file that was there. */
function writeJson(file: string, content: unknown): void {
  const part = `${file}.part`
  try {
    writeFileSync(part, `${JSON.stringify(content, null, 2)}\n`)
    renameSync(part, file)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

for (const folder of [authority, join(profile, 'trust')]) mkdirSync(folder, { recursive: true })
const trusted = readOrMakeKey('trusted')
const stranger = readOrMakeKey('stranger')

const checkpointFile = join(profile, 'checkpoint.json')
const created = !existsSync(checkpointFile)
// Published anew each time, so that a demo never grows old.
const jwk = publicJwk(trusted, { issuer: 'Sở Y tế tỉnh Bắc Giang (mẫu thử)', country: 'VN', usage: ['test'] })
writeJson(join(profile, 'trust', 'keys.json'), {
  mode: 'practice',
  published: new Date(now).toISOString(),
  keys: [jwk],
})
if (created) {
  // Last: a checkpoint that is there is complete.
  // The zone is that of the machine on which the demo is made: it may be tried out anywhere.
  const zoneMinutes = -new Date(now).getTimezoneOffset()
  const kiosk = `practice-${uuidv7()}`
  writeJson(checkpointFile, { kiosk, name: 'Chốt dùng thử', lane: '1', zoneMinutes, mode: 'practice' })
}

rmSync(codesFolder, { recursive: true, force: true })
mkdirSync(codesFolder)
const drawn = []
for (const code of demoCodes(trusted, stranger, now)) {
  const matrix = await qrMatrix(code.text)
  const file = join(codesFolder, `${code.name}.png`)
  writeFileSync(file, qrPng(matrix, pixelsPerModule))
  drawn.push({ code, matrix, file })
}
writeJson(join(codesFolder, 'lesson.json'), lessonCodes(trusted, stranger, now))
const sheet = join(codesFolder, 'sheet.svg')
writeFileSync(sheet, demoSheet(drawn, now))
const codes = drawn.map(({ code, file }) => ({ name: code.name, file, text: code.text }))
process.stdout.write(`${JSON.stringify({ created, sheet, codes })}\n`)
