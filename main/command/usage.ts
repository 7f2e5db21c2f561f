/** What the `chot` command says about itself. */

export const usage = `chot – offline verification of signed certificates

Usage
  chot verify [--trust DIR] [--at ISO-TIME] [--json] [--lang vi|en] FILE|TEXT…
      Verifies picture files (PNG, JPEG, WebP, BMP, PGM; every code in each) or the texts of codes.
  chot verify --jsonl [--trust DIR]
      Verifies lines {"id","text"|"image","at"?,"certificates"?,"keys"?,"rules"?} from standard input. "text": a code,
      or a list of a card's codes. "keys": JWKs, JWK sets, DID documents. "certificates": signers' or authorities'.
  chot explain [CODE] [--lang vi|en]
      Says what a finding code means and what to do; without CODE prints the whole table.
  chot journal verify [--head JSON] [--profile DIR]
      Walks the journal's chain and names the first entry that does not fit: to its own contents, to the heads that the
      kiosk has signed, and to the signed head of a printed report.
  chot journal export [-o FILE] [--profile DIR]
      Writes every entry with its payload as a JSON line. What comes out is not encrypted.
  chot journal tail [-n COUNT] [--profile DIR]
      Prints the last entries (10), while the kiosk runs too.
  chot journal rebuild [--profile DIR]
      Makes everything that is derived from the entries anew.
  chot rules test --rules FILE.jsonl --tests FILE.jsonl [--value-sets DIR]
      Runs the tests that come with rules, lists those that fail, and ends with "N passed, N failed".
  chot rules simulate --rules FILE --journal [--day YYYY-MM-DD] [--names] [--profile DIR] [--json] [--lang vi|en]
      Replays a day's scans (yesterday's) under the rules of a policy file and prints what would change.
  chot trust init ROOT.json [--profile DIR] [--lang vi|en]
      Puts the root that the authority handed out into a profile that has none.
  chot trust update FROM [--profile DIR] [--lang vi|en]
      Brings what the profile believes up to date from a folder (a USB stick) or an https: address.
  chot trust show [--profile DIR] [--json] [--lang vi|en]
      Says what is believed: versions, dates, ages, and keys that cannot be used.
  chot card [-o FILE]
      Draws the card of command codes (A4, SVG) that works a lane by scanner alone: print, cut, laminate.
  chot --help | --version

Options
  --trust DIR     folder with keys.json, or with root.json and a store (default: the profile's trust folder)
  --profile DIR   the checkpoint's folder (default: CHOT_PROFILE, else this user's application data)
  --at ISO-TIME   verify as of this time instead of now; without a zone it is UTC
  --lang vi|en    language for people (default: vi)
  --json          JSON lines instead of sentences
  --day DATE      a day in Viet Nam's calendar
  --names         with the names of holders

Exit status
  verify  0 all accepted · 1 any rejected · 2 any to be checked · 3 unreadable
  others  0 done · 1 refused, or something does not hold
  all     3 wrong usage, or a profile that cannot be read
`

/** Wrong usage; the message is shown with a pointer to --help, and the exit status is 3. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
