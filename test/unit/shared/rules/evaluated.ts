/** Builders of the rules' tests: one expression compiled and evaluated, one rule with what a test is about. */
import { compile, type CompileOptions } from '../../../../shared/rules/compile.ts'

/** The value of an expression, or `fault: <code>`; an expression that does not compile is a mistake of the test. */
export function evaluated(logic: unknown, content: unknown = null, options: CompileOptions = {}): unknown {
  const compilation = compile(logic, options)
  if (!compilation.ok) throw new Error(JSON.stringify(compilation.issues))
  const evaluation = compilation.expression.evaluate(content)
  return evaluation.ok ? evaluation.value : `fault: ${evaluation.error.code}`
}

/** A rule as published, of Viet Nam, valid all through 2021, that passes. */
export function rule(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    Identifier: 'GR-VN-0001',
    Type: 'Acceptance',
    Country: 'VN',
    Version: '1.0.0',
    SchemaVersion: '1.0.0',
    Engine: 'CERTLOGIC',
    EngineVersion: '1.2.1',
    CertificateType: 'General',
    Description: [{ lang: 'en', desc: 'Always.' }],
    ValidFrom: '2021-01-01T00:00:00+07:00',
    ValidTo: '2021-12-31T23:59:59+07:00',
    AffectedFields: [],
    Logic: true,
    ...changes,
  }
}
