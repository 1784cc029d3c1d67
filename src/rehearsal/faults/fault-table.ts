/** All faults of one rehearsed service, by name: the moment at which each strikes, and what it does. */
export type FaultTable<Moment extends string = string> = {
  readonly [name: string]: { readonly moment: Moment; readonly words: string };
};

export type MomentOf<Table extends FaultTable> = Table[keyof Table]['moment'];

export interface FaultOf<Table extends FaultTable> {
  readonly name: keyof Table & string;
  /** What the number means depends on the fault. */
  readonly value?: number;
}

/** Asks one request for faults of its own. */
export const FAULT_HEADER = 'x-rehearse-fault';

/** Reads `name` or `name=value`, several with commas between them. Throws a `TypeError` that names what is unknown. */
export function parseFaultsOf<Table extends FaultTable>(table: Table, text: string): readonly FaultOf<Table>[] {
  const parts = text.split(',').map((part) => part.trim());
  return parts.filter((part) => part !== '').map((part) => parseFault(table, part));
}

function parseFault<Table extends FaultTable>(table: Table, text: string): FaultOf<Table> {
  const [name = '', value] = text.split('=');
  const unknown = new TypeError(`no fault is called "${name}"; there are ${Object.keys(table).join(', ')}`);
  if (!isFaultOf(table, name)) throw unknown;
  if (value === undefined) return { name };
  const number = Number(value);
  if (!Number.isFinite(number) || number < 0) throw new TypeError(`"${value}" is no value for the fault ${name}`);
  return { name, value: number };
}

export function isFaultOf<Table extends FaultTable>(table: Table, name: string): name is keyof Table & string {
  return Object.hasOwn(table, name);
}
