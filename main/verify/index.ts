/** Verify: QR text to verdict. */
export { judgeCommand, judgePart } from './uncertified.ts'
export { verify, verifyWithIssuer, type Circumstances } from './verify.ts'
