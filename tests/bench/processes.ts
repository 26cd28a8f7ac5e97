import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const PROJECT = new URL('../../', import.meta.url);
/** How often the memory of a process that runs to its end is looked at, in milliseconds. */
const LOOK = 50;

/** Something that listens on a port of this machine until it is stopped. */
export interface Listening {
  readonly port: number;
  /** Number of its process. */
  readonly pid: number;
  readonly stop: () => Promise<void>;
}

/** What a command took from its start to its end. */
export interface Run {
  readonly seconds: number;
  /** Null where the system does not say it. */
  readonly peakMegabytes: number | null;
  /** Seconds from the start to each line that it wrote to standard error. */
  readonly lines: readonly { readonly text: string; readonly seconds: number }[];
}

type Settings = Readonly<Record<string, string>>;

/** Every answer of the product is executed. */
export const NO_ANSWERS_KEPT = { CACHE_BYTES: '0' } as const;

/** Starts the server of the product as `npm start` does, on a free port. */
export function startProduct(settings: Settings): Promise<Listening> {
  const env = { PORT: '0', LOG_LEVEL: 'warn', ...settings };
  return start(argumentsOf('start'), env, /http:\/\/localhost:(\d+)\/graphql/);
}

/** Runs a command of the product as its npm script does, to its end. */
export function runProduct(
  script: 'import' | 'debouches',
  args: readonly string[],
  settings: Settings,
): Promise<Run> {
  return run([...argumentsOf(script), ...args], settings);
}

/** Runs a program of this folder to its end. */
export function runScript(file: string, args: readonly string[]): Promise<Run> {
  return run([...process.execArgv, pathOf(file), ...args], {});
}

/** Starts a program of this folder that prints its port and nothing before it. */
export function startScript(file: string, settings: Settings): Promise<Listening> {
  return start([pathOf(file)], settings, /^(\d+)$/);
}

/** Memory that a process has now, or had at most; null where the system does not say it. */
export function megabytesOf(pid: number | undefined, line: 'VmRSS' | 'VmHWM'): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const kibibytes = new RegExp(`^${line}:\\s+(\\d+) kB`, 'm').exec(status)?.[1];
    return kibibytes === undefined ? null : (Number(kibibytes) * 1024) / 1e6;
  } catch {
    return null;
  }
}

/** What a script of package.json gives Node: its flags, the program and its arguments. */
function argumentsOf(script: 'start' | 'import' | 'debouches'): string[] {
  const { scripts } = JSON.parse(readFileSync(new URL('package.json', PROJECT), 'utf8')) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const [command, ...args] = (scripts[script] ?? '').split(' ');
  if (command !== 'node') throw new Error(`package.json: the script ${script} does not run node`);
  return args;
}

function spawnNode(
  args: readonly string[],
  settings: Settings,
  stdio: ('ignore' | 'pipe' | 'inherit')[],
): ChildProcess {
  const env = { ...process.env, ...settings };
  return spawn(process.execPath, args, { cwd: PROJECT, env, stdio });
}

function pathOf(file: string): string {
  return fileURLToPath(new URL(file, import.meta.url));
}

async function run(args: readonly string[], settings: Settings): Promise<Run> {
  const started = performance.now();
  const elapsed = () => (performance.now() - started) / 1000;
  const child = spawnNode(args, settings, ['ignore', 'ignore', 'pipe']);
  const exit = once(child, 'exit');
  let peakMegabytes: number | null = null;
  const looking = setInterval(() => {
    peakMegabytes = megabytesOf(child.pid, 'VmHWM') ?? peakMegabytes;
  }, LOOK);
  const lines: { text: string; seconds: number }[] = [];
  if (child.stderr) {
    for await (const text of createInterface({ input: child.stderr })) {
      lines.push({ text, seconds: elapsed() });
    }
  }
  const [code] = await exit;
  clearInterval(looking);
  if (code !== 0) {
    const said = lines.map(({ text }) => text).join('\n');
    throw new Error(`${args.join(' ')} ended with exit code ${code}:\n${said}`);
  }
  return { seconds: elapsed(), peakMegabytes, lines };
}

async function start(
  args: readonly string[],
  settings: Settings,
  says: RegExp,
): Promise<Listening> {
  const child = spawnNode([...process.execArgv, ...args], settings, ['ignore', 'pipe', 'inherit']);
  if (!child.stdout) throw new Error('a child without output');
  for await (const text of createInterface({ input: child.stdout })) {
    const port = says.exec(text)?.[1];
    if (!port) continue;
    child.stdout.resume();
    return {
      port: Number(port),
      pid: child.pid ?? 0,
      stop: async () => {
        child.kill('SIGTERM');
        if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
      },
    };
  }
  throw new Error(`${args.join(' ')} ended before it listened`);
}
