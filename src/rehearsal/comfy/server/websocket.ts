import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { encodeFrame, OPCODES, readFrames } from './frames.ts';

/** The server's end of one WebSocket connection; just what ComfyUI's clients need of RFC 6455. */
export interface ServerSocket {
  send(data: string | Uint8Array): void;
  close(): void;
}

export interface SocketHandlers {
  onText(text: string): void;
  onClose(): void;
}

/** Answers an upgrade request. Undefined, with a 400 sent, when it is none. */
export function acceptSocket(
  request: IncomingMessage,
  stream: Duplex,
  handlers: (socket: ServerSocket) => SocketHandlers,
): ServerSocket | undefined {
  const key = request.headers['sec-websocket-key'];
  if (key === undefined || request.headers.upgrade?.toLowerCase() !== 'websocket') {
    stream.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n');
    return undefined;
  }
  const accept = createHash('sha1').update(`${key}${PROTOCOL_GUID}`).digest('base64');
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  return connect(stream, handlers);
}

const PROTOCOL_GUID = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

function connect(stream: Duplex, makeHandlers: (socket: ServerSocket) => SocketHandlers): ServerSocket {
  let isOpen = true;
  const write = (opcode: number, payload: Uint8Array): void => {
    if (isOpen) stream.write(encodeFrame(opcode, payload));
  };
  const socket: ServerSocket = {
    send: (data) =>
      typeof data === 'string' ? write(OPCODES.text, new TextEncoder().encode(data)) : write(OPCODES.binary, data),
    close() {
      write(OPCODES.close, Uint8Array.of(0x03, 0xe8));
      isOpen = false;
      stream.end(() => stream.destroy());
    },
  };
  const handlers = makeHandlers(socket);
  const end = (): void => {
    if (!isOpen) return;
    isOpen = false;
    stream.destroy();
    handlers.onClose();
  };
  const read = readFrames((opcode, payload) => {
    if (opcode === OPCODES.text) handlers.onText(new TextDecoder().decode(payload));
    if (opcode === OPCODES.ping) write(OPCODES.pong, payload);
    if (opcode === OPCODES.close) {
      write(OPCODES.close, payload.subarray(0, 2));
      end();
    }
  });
  stream.on('data', (chunk: Uint8Array) => read(chunk));
  stream.on('close', end);
  stream.on('error', end);
  return socket;
}
