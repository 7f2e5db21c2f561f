/** Verify: QR text to verdict. */
export { nodePlatform } from './node-platform.ts'
export { judgePart } from './uncertified.ts'
export { verify, verifyWithKey, type Circumstances } from './verify.ts'
