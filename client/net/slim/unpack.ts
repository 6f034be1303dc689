const text = new TextDecoder('utf-8', { ignoreBOM: true });

/** Reads one value from `start` on. Throws for what no server of ours sends, and for bytes that are cut off. */
export function unpack(bytes: Uint8Array, { start = 0 }: { readonly start?: number } = {}): unknown {
  return new Reader(bytes, start).read();
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at: number;

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = start;
  }

  read(): unknown {
    const head = this.#uint(1);
    if (head < 0x80) return head;
    if (head < 0x90) return this.#object(head & 0xf);
    if (head < 0xa0) return this.#list(head & 0xf);
    if (head < 0xc0) return this.#text(head & 0x1f);
    if (head >= 0xe0) return head - 0x100;
    switch (head) {
      case 0xc0:
        return null;
      case 0xc2:
        return false;
      case 0xc3:
        return true;
      case 0xcb:
        return this.#view.getFloat64(this.#skip(8));
      case 0xcc:
      case 0xcd:
      case 0xce:
        return this.#uint(1 << (head - 0xcc));
      case 0xd0:
        return this.#view.getInt8(this.#skip(1));
      case 0xd1:
        return this.#view.getInt16(this.#skip(2));
      case 0xd2:
        return this.#view.getInt32(this.#skip(4));
      case 0xd4:
        if (this.#uint(2) === 0) return undefined;
        break;
      case 0xd9:
      case 0xda:
      case 0xdb:
        return this.#text(this.#uint(1 << (head - 0xd9)));
      case 0xdc:
      case 0xdd:
        return this.#list(this.#uint(2 << (head - 0xdc)));
      case 0xde:
      case 0xdf:
        return this.#object(this.#uint(2 << (head - 0xde)));
    }
    throw new Error(`no message holds the type 0x${head.toString(16)}`);
  }

  /** Moves on and returns where it was. */
  #skip(size: number): number {
    const at = this.#at;
    this.#at += size;
    if (this.#at > this.#bytes.length) throw new RangeError('the message is cut off');
    return at;
  }

  #uint(size: number): number {
    const at = this.#skip(size);
    return size === 1
      ? this.#view.getUint8(at)
      : size === 2
        ? this.#view.getUint16(at)
        : this.#view.getUint32(at);
  }

  #text(length: number): string {
    const at = this.#skip(length);
    return text.decode(this.#bytes.subarray(at, at + length));
  }

  #list(length: number): unknown[] {
    const list: unknown[] = [];
    while (list.length < length) list.push(this.read());
    return list;
  }

  #object(size: number): Record<string, unknown> {
    const object: Record<string, unknown> = {};
    for (let left = size; left > 0; left--) {
      const key = String(this.read());
      // The prototype is not a key; `msgpackr` also calls it so.
      object[key === '__proto__' ? '__proto_' : key] = this.read();
    }
    return object;
  }
}
