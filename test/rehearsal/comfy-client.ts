/** A WebSocket client that keeps what it hears. */
export interface ListeningClient {
  readonly frames: readonly Frame[];
  /** Resolves with the first frame that fits, also one that has come already. */
  hear(fits: (frame: Frame) => boolean): Promise<Frame>;
  close(): Promise<void>;
}

export interface Frame {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** Of binary frames: the number of their event, and the bytes after it. */
  readonly event?: number;
  readonly payload?: Uint8Array;
}

/** Connects, and negotiates previews with metadata when asked to. */
export async function listenTo(url: string, clientId: string, wantsMetadata: boolean): Promise<ListeningClient> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws?clientId=${clientId}`);
  socket.binaryType = 'arraybuffer';
  const frames: Frame[] = [];
  const waiting = new Set<() => void>();
  socket.addEventListener('message', ({ data }) => {
    frames.push(readFrame(data as string | ArrayBuffer));
    for (const check of waiting) check();
  });
  const hear = (fits: (frame: Frame) => boolean): Promise<Frame> =>
    new Promise((resolve) => {
      const check = (): void => {
        const found = frames.find(fits);
        if (!found) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  await hear(({ type }) => type === 'status');
  if (wantsMetadata) {
    socket.send(JSON.stringify({ type: 'feature_flags', data: { supports_preview_metadata: true } }));
    await hear(({ type }) => type === 'feature_flags');
  }
  return {
    frames,
    hear,
    close: () =>
      new Promise((resolve) => {
        socket.addEventListener('close', () => resolve());
        socket.close();
      }),
  };
}

function readFrame(data: string | ArrayBuffer): Frame {
  if (typeof data === 'string') return JSON.parse(data) as Frame;
  const event = new DataView(data).getUint32(0);
  return { type: `binary ${event}`, data: {}, event, payload: new Uint8Array(data, 4) };
}
