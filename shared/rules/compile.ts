/**
 * CertLogic, compiled: an expression is validated and turned into closures once, then evaluated as often as wanted.
 */
import { timeUnits, type TimeUnit } from './date-time.ts'
import { compilePath, type Step, type Work } from './evaluation.ts'
import { Fault, type FaultCode } from './fault.ts'
import { mostWork } from './limits.ts'
import {
  compileAnd,
  compileBirthDate,
  compileComparison,
  compileEqual,
  compileExtract,
  compileIf,
  compileIn,
  compileNot,
  compilePlusTime,
  compileReduce,
  compileSum,
  integerComparisons,
  timeComparisons,
  type ZonelessDateTimes,
} from './operators.ts'
import { validate, type Issue } from './validate.ts'

/** Why an evaluation has no value. */
export interface EvaluationError {
  code: FaultCode
  operator: string
}

/** The value of an expression (of JSON, or a DateTime), or why there is none. */
export type Evaluation = { ok: true; value: unknown } | { ok: false; error: EvaluationError }

/** A compiled expression. */
export interface Expression {
  /**
   * Evaluates on any content; never throws.
   * @param work what it may take, and what is left of that afterwards
   */
  evaluate(content: unknown, work?: Work): Evaluation
}

export type Compilation = { ok: true; expression: Expression } | { ok: false; issues: Issue[] }

export interface CompileOptions {
  /**
   * What a date-time without a zone is: `error` (the default) makes the expression have no value, because at a
   * checkpoint in UTC+7 a sample time taken for UTC is seven hours wrong; `utc` is the reading of the specification.
   */
  zonelessDateTimes?: ZonelessDateTimes
}

/** Validates and compiles a CertLogic expression. Never throws, whatever it is given. */
export function compile(logic: unknown, options: CompileOptions = {}): Compilation {
  const issues = validate(logic)
  if (issues.length > 0) return { ok: false, issues }
  const { step } = new Compiler(options.zonelessDateTimes ?? 'error').expression(logic)
  return { ok: true, expression: { evaluate: (content, work = { left: mostWork }) => run(step, content, work) } }
}

function run(step: Step, content: unknown, work: Work): Evaluation {
  try {
    const value = step({ content, work })
    return value instanceof Fault
      ? { ok: false, error: { code: value.code, operator: value.operator } }
      : { ok: true, value }
  } catch {
    // Content that is not JSON (a getter or proxy that throws) is no reason for a checkpoint to stop.
    return { ok: false, error: { code: 'unreadable-content', operator: 'var' } }
  }
}

interface Compiled {
  step: Step
  /** How many parts it has, itself included. */
  parts: number
}

class Compiler {
  readonly #zoneless: ZonelessDateTimes

  constructor(zoneless: ZonelessDateTimes) {
    this.#zoneless = zoneless
  }

  expression(expr: unknown): Compiled {
    if (Array.isArray(expr)) return this.#list(expr)
    if (typeof expr !== 'object' || expr === null) return { step: () => expr, parts: 1 }
    const [operator, operands]: [string, unknown] = Object.entries(expr)[0] ?? ['', null]
    if (operator === 'var') return { step: compilePath(String(operands)), parts: 1 }
    const literals: readonly unknown[] = Array.isArray(operands) ? operands : []
    const compiled = literals.map((operand) => this.expression(operand))
    return {
      step: this.#operation(operator, literals, compiled),
      parts: compiled.reduce((sum, operand) => sum + operand.parts, 1),
    }
  }

  #list(exprs: readonly unknown[]): Compiled {
    const compiled = exprs.map((expr) => this.expression(expr))
    const parts = compiled.reduce((sum, expr) => sum + expr.parts, 1)
    if (exprs.every((expr) => typeof expr !== 'object')) return { step: () => exprs, parts }
    const steps = compiled.map((expr) => expr.step)
    return {
      step: (scope) => {
        const values = steps.map((step) => step(scope))
        return values.find((value) => value instanceof Fault) ?? values
      },
      parts,
    }
  }

  #operation(operator: string, literals: readonly unknown[], compiled: readonly Compiled[]): Step {
    const steps = compiled.map((operand) => operand.step)
    const [first, second, third] = [steps[0] ?? missing, steps[1] ?? missing, steps[2] ?? missing]
    switch (operator) {
      case 'if':
        return compileIf(first, second, third)
      case 'and':
        return compileAnd(steps)
      case '!':
        return compileNot(first)
      case '===':
        return compileEqual(first, second)
      case 'in':
        return compileIn(first, second)
      case '+':
        return compileSum(first, second)
      case 'reduce':
        return compileReduce(first, second, third, compiled[1]?.parts ?? 1)
      case 'plusTime':
        return compilePlusTime(first, Number(literals[1]), unitOf(literals[2]), this.#zoneless)
      case 'dccDateOfBirth':
        return compileBirthDate(first)
      case 'extractFromUVCI':
        return compileExtract(first, Number(literals[1]))
      default: {
        const compare = integerComparisons.get(operator) ?? timeComparisons.get(operator)
        if (!compare) throw new Error(`operator "${operator}" was validated but cannot be compiled`)
        return compileComparison(operator, compare, steps)
      }
    }
  }
}

function unitOf(text: unknown): TimeUnit {
  const unit = timeUnits.find((each) => each === text)
  if (!unit) throw new Error('a unit was validated but cannot be compiled')
  return unit
}

/** The operand that validation has already made sure exists. */
const missing: Step = () => null
