/** Verify: QR text to verdict. */
export { judgePart } from './uncertified.ts'
export { verify, verifyWithKey, type Circumstances } from './verify.ts'
