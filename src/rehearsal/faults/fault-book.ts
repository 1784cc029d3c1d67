import { sha256 } from '../../hash.ts';
import { isDict } from '../http/dict.ts';
import { type FaultOf, type FaultTable, type MomentOf, parseFaultsOf } from './fault-table.ts';

/** A fault that strikes a share of what passes, or the next few. */
export interface FaultRule {
  /** `name` or `name=value`. */
  readonly fault: string;
  /** 0..1. Which ones are struck depends on the seed and on how many passed before, never on chance. */
  readonly rate?: number;
  readonly seed?: number;
  /** How many are struck, one after another, before the rule is spent. */
  readonly next?: number;
  /** All endpoints, or operations, unless given. */
  readonly endpoint?: string;
}

interface Entry<Table extends FaultTable> {
  readonly rule: FaultRule;
  readonly fault: FaultOf<Table>;
  passed: number;
  left: number;
}

/** The rules in force for the faults of one service. */
export class FaultBook<Table extends FaultTable> {
  readonly #table: Table;
  #entries: readonly Entry<Table>[] = [];

  constructor(table: Table) {
    this.#table = table;
  }

  /** Replaces all rules. Throws a `TypeError` about a fault that is not there or a rate that is none. */
  set(rules: readonly FaultRule[]): void {
    this.#entries = rules.flatMap((rule) => {
      if (rule.rate !== undefined && !(rule.rate >= 0 && rule.rate <= 1)) {
        throw new TypeError(`the rate of ${rule.fault} must lie between 0 and 1`);
      }
      return parseFaultsOf(this.#table, rule.fault).map((fault) => ({
        rule,
        fault,
        passed: 0,
        left: rule.next ?? Infinity,
      }));
    });
  }

  /** What strikes the event that happens now. */
  draw(moment: MomentOf<Table>, endpoint: string): readonly FaultOf<Table>[] {
    return this.#entries
      .filter(
        ({ rule, fault }) => this.#table[fault.name]?.moment === moment && (rule.endpoint ?? endpoint) === endpoint,
      )
      .filter(strikes)
      .map(({ fault }) => fault);
  }
}

function strikes<Table extends FaultTable>(entry: Entry<Table>): boolean {
  const { rule, fault } = entry;
  entry.passed += 1;
  if (entry.left <= 0 || share(`${rule.seed ?? 0}:${fault.name}:${entry.passed}`) >= (rule.rate ?? 1)) return false;
  entry.left -= 1;
  return true;
}

/** A number in 0..1 that the text alone decides. */
function share(text: string): number {
  return Number.parseInt(sha256(text).slice(0, 8), 16) / 2 ** 32;
}

/** Reads `{faults: [rule…]}`, the body of `POST /admin/faults`. Throws a `TypeError` that says what is wrong. */
export function parseRules(body: unknown): readonly FaultRule[] {
  const list: unknown = isDict(body) ? body['faults'] : undefined;
  if (!Array.isArray(list))
    throw new TypeError('expected {"faults": [{"fault": name, "rate"?, "seed"?, "next"?, "endpoint"?}]}');
  return list.map(parseRule);
}

function parseRule(value: unknown): FaultRule {
  if (!isDict(value) || typeof value['fault'] !== 'string') throw new TypeError('every rule names its "fault"');
  const { fault, rate, seed, next, endpoint } = value;
  return {
    fault,
    ...optionalNumber('rate', rate),
    ...optionalNumber('seed', seed),
    ...optionalNumber('next', next),
    ...(typeof endpoint === 'string' ? { endpoint } : {}),
  };
}

function optionalNumber(key: string, value: unknown): { readonly [key: string]: number } {
  if (value === undefined) return {};
  if (typeof value !== 'number') throw new TypeError(`"${key}" must be a number`);
  return { [key]: value };
}
