/**
 * A power cut, simulated: `watch` runs in PGlite's worker and notes every write, truncation, creation, renaming and removal
 * with what was there before, and every fsync. `cutPower` then makes of the directory of a killed process what a disk may
 * hold after the power went: of what was written since the last fsync of its file, any blocks or none; of the creations,
 * renamings and removals since the last fsync of anything, the first few or none (journaling file systems keep their
 * order). For kill.test.ts.
 */
import fs from 'node:fs';
import path from 'node:path';
import type { HostFiles } from './pglite-files.ts';

const BLOCK = 4096;

type Note =
  | {
      readonly do: 'write';
      readonly file: number;
      readonly at: number;
      readonly size: number;
      readonly old: string;
      readonly new: string;
    }
  | {
      readonly do: 'truncate';
      readonly file: number;
      readonly to: number;
      readonly size: number;
      readonly old: string;
    }
  | { readonly do: 'sync'; readonly file: number }
  | { readonly do: 'create'; readonly path: string }
  | { readonly do: 'remove'; readonly path: string; readonly kept: string }
  | { readonly do: 'rename'; readonly from: string; readonly to: string; readonly kept: string | null };

function notesIn(directory: string): { log: string; graves: string } {
  const room = `${directory}.power`;
  return { log: path.join(room, 'notes'), graves: path.join(room, 'graves') };
}

/** Wraps the file operations below PGlite; what it notes outlives the process, as the page cache does. */
export function watch(files: HostFiles, directory: string): void {
  const { log, graves } = notesIn(directory);
  fs.mkdirSync(graves, { recursive: true });
  const out = fs.openSync(log, 'a');
  const note = (one: Note) => fs.writeSync(out, `${JSON.stringify(one)}\n`);
  let buried = 0;
  /** a second name for a file, so that its content survives removal */
  const bury = (name: string): string | null => {
    if (!fs.existsSync(name) || !fs.statSync(name).isFile()) return null;
    const kept = path.join(graves, `${process.pid}-${buried++}`);
    fs.linkSync(name, kept);
    return kept;
  };
  const read = (name: string, from: number, length: number): Buffer => {
    const handle = fs.openSync(name, 'r');
    try {
      const buffer = Buffer.alloc(length);
      return buffer.subarray(0, fs.readSync(handle, buffer, 0, length, from));
    } finally {
      fs.closeSync(handle);
    }
  };

  const { write, fsync } = files.stream_ops;
  files.stream_ops.write = (stream, buffer, offset, length, position) => {
    const { nfd } = stream;
    if (nfd === undefined || position === undefined) return write(stream, buffer, offset, length, position);
    const { ino, size } = fs.fstatSync(nfd);
    const old = read(files.realPath(stream.node), position, length);
    const fresh = Buffer.from(buffer.buffer, offset, length).toString('base64');
    note({ do: 'write', file: ino, at: position, size, old: old.toString('base64'), new: fresh });
    return write(stream, buffer, offset, length, position);
  };
  files.stream_ops.fsync = (stream) => {
    const done = fsync?.(stream) ?? 0;
    const { ino } =
      stream.nfd === undefined ? fs.statSync(files.realPath(stream.node)) : fs.fstatSync(stream.nfd);
    note({ do: 'sync', file: ino });
    return done;
  };
  const ops = files.node_ops;
  const { setattr, mknod, rename, unlink } = ops;
  ops.setattr = (node, attributes) => {
    const name = files.realPath(node);
    if (attributes.size !== undefined) {
      const { ino, size } = fs.statSync(name);
      const tail =
        size > attributes.size ? read(name, attributes.size, size - attributes.size) : Buffer.alloc(0);
      note({ do: 'truncate', file: ino, to: attributes.size, size, old: tail.toString('base64') });
    }
    setattr(node, attributes);
  };
  ops.mknod = (parent, name, mode, device) => {
    const made = mknod(parent, name, mode, device);
    note({ do: 'create', path: path.join(files.realPath(parent), name) });
    return made;
  };
  ops.unlink = (parent, name) => {
    const full = path.join(files.realPath(parent), name);
    const kept = bury(full);
    if (kept !== null) note({ do: 'remove', path: full, kept });
    unlink(parent, name);
  };
  ops.rename = (node, parent, name) => {
    const [from, to] = [files.realPath(node), path.join(files.realPath(parent), name)];
    note({ do: 'rename', from, to, kept: bury(to) });
    rename(node, parent, name);
  };
}

/** Does to the directory of a killed process what a power cut may do. `random` gives numbers in [0, 1). */
export function cutPower(directory: string, random: () => number): void {
  const { log, graves } = notesIn(directory);
  // a note that the kill tore: what it was of was not done yet, or nobody was told that it was
  const whole = fs.readFileSync(log, 'utf8').split('\n').slice(0, -1);
  const notes: Note[] = whole.map((line) => JSON.parse(line));
  const lastSync = notes.findLastIndex((n) => n.do === 'sync');
  const moved = notes
    .slice(lastSync + 1)
    .filter((n) => n.do === 'create' || n.do === 'remove' || n.do === 'rename');
  const keep = Math.floor(random() * (moved.length + 1));
  for (const one of moved.slice(keep).reverse()) undoMove(one);

  const lost = new Map<number, Note[]>();
  for (const one of notes) {
    if (one.do === 'sync') lost.delete(one.file);
    else if (one.do === 'write' || one.do === 'truncate')
      lost.set(one.file, [...(lost.get(one.file) ?? []), one]);
  }
  const names = new Map(allFiles(directory).map((name) => [fs.statSync(name).ino, name]));
  // often everything unsynced is lost, sometimes part of it
  const chance = random() < 0.5 ? 0 : random();
  for (const [file, changes] of lost) {
    const name = names.get(file);
    if (name !== undefined)
      fs.writeFileSync(
        name,
        contentAfter(fs.readFileSync(name), changes, () => random() < chance),
      );
  }
  fs.rmSync(graves, { recursive: true });
  fs.rmSync(log);
}

function undoMove(one: Note): void {
  if (one.do === 'create') fs.rmSync(one.path, { recursive: true, force: true });
  if (one.do === 'remove' && !fs.existsSync(one.path)) fs.linkSync(one.kept, one.path);
  if (one.do === 'rename' && fs.existsSync(one.to)) {
    fs.renameSync(one.to, one.from);
    if (one.kept !== null) fs.linkSync(one.kept, one.to);
  }
}

/** The file before its unsynced changes, then each change again block by block where the disk got to it. */
function contentAfter(now: Buffer, changes: readonly Note[], reached: () => boolean): Buffer {
  let content = now;
  const resize = (size: number) => {
    content =
      size <= content.length
        ? content.subarray(0, size)
        : Buffer.concat([content, Buffer.alloc(size - content.length)]);
  };
  for (const one of changes.toReversed()) {
    if (one.do === 'write') {
      resize(one.size);
      content = Buffer.from(content);
      Buffer.from(one.old, 'base64').copy(content, one.at);
    } else if (one.do === 'truncate') {
      resize(one.to);
      content = Buffer.concat([content, Buffer.from(one.old, 'base64')]);
      resize(one.size);
    }
  }
  for (const one of changes) {
    if (one.do === 'write') {
      const fresh = Buffer.from(one.new, 'base64');
      for (let at = 0; at < fresh.length; at += BLOCK) {
        if (!reached()) continue;
        const block = fresh.subarray(at, at + BLOCK);
        if (content.length < one.at + at + block.length) resize(one.at + at + block.length);
        content = Buffer.from(content);
        block.copy(content, one.at + at);
      }
    } else if (one.do === 'truncate' && reached()) resize(one.to);
  }
  return content;
}

function allFiles(directory: string): string[] {
  return fs
    .readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((d) => d.isFile())
    .map((d) => path.join(d.parentPath, d.name));
}
