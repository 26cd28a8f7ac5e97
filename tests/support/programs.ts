import { spawnSync } from 'node:child_process';

/** The first of some programs that can do what is needed; undefined when none can. */
export function programThat(names: readonly string[], ...test: string[]): string | undefined {
  return names.find((name) => spawnSync(name, test).status === 0);
}
