/** Verify: QR text to verdict. */
export { judgeCommand, judgePart } from './uncertified.ts'
export { verify, verifyWithKey, type Circumstances } from './verify.ts'
