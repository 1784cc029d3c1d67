import type { ScenarioApi } from './api.ts';
import type { RemoteModel } from './remote-model.ts';
import { type Order, schemaFor } from './translate.ts';

/** What models take, asked once. */
export interface Models {
  /** What a request may say. */
  schema(order: Order, signal: AbortSignal): Promise<RemoteModel>;
  /** The same, as far as it is known already. */
  known(order: Order): RemoteModel | undefined;
  /** Asks anew. */
  read(id: string, signal: AbortSignal): Promise<RemoteModel>;
}

export function createModels(api: Pick<ScenarioApi, 'model'>): Models {
  const asked = new Map<string, Promise<RemoteModel>>();
  const known = new Map<string, RemoteModel>();

  async function read(id: string, signal: AbortSignal): Promise<RemoteModel> {
    const model = await api.model(id, signal);
    known.set(id, model);
    return model;
  }

  async function readOnce(id: string, signal: AbortSignal): Promise<RemoteModel> {
    const found = known.get(id);
    if (found) return found;
    const asking = asked.get(id) ?? read(id, signal).finally(() => asked.delete(id));
    asked.set(id, asking);
    return asking;
  }

  return {
    read,
    async schema(order, signal) {
      return schemaFor(order, isCustom(order) ? await readOnce(order.model, signal) : undefined);
    },
    known: (order) => (isCustom(order) ? known.get(order.model) : schemaFor(order, undefined)),
  };
}

function isCustom({ path }: Order): boolean {
  return path.startsWith('/generate/custom/');
}
