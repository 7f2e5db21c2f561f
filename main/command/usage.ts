/** What the `chot` command says about itself. */

export const usage = `chot – offline verification of signed certificates

Usage
  chot verify [--trust DIR] [--at ISO-TIME] [--json] [--lang vi|en] FILE|TEXT…
      Verifies picture files (PNG, JPEG, WebP, BMP, PGM; every code in each) or the texts of codes.
  chot verify --jsonl [--trust DIR]
      Verifies lines {"id","text"|"image","at"?,"certificates"?,"keys"?,"rules"?} from standard input.
  chot explain [CODE] [--lang vi|en]
      Says what a finding code means and what to do; without CODE prints the whole table.
  chot journal verify [--profile DIR]
      Walks the journal's chain and names the first entry that does not fit.
  chot --help | --version

Options
  --trust DIR     folder with keys.json and policy.json (default: the profile's trust folder)
  --profile DIR   the checkpoint's folder (default: CHOT_PROFILE, else this user's application data)
  --at ISO-TIME   verify as of this time instead of now; without a zone it is UTC
  --lang vi|en    language for people (default: vi)
  --json          one JSON line each instead of sentences

Exit status
  0 all accepted · 1 any rejected · 2 any to be checked · 3 unreadable, or wrong usage
`

/** Wrong usage; the message is shown with a pointer to --help, and the exit status is 3. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}
