/** Verify: QR text to verdict. */
export { verify, type Circumstances } from './verify.ts'
export { nodePlatform } from './node-platform.ts'
