import { givenPath } from '../files/given-path.ts';
import { writeError } from '../files/write-error.ts';
import { writeDemonstration } from './write-demonstration.ts';

/** Writes the files of the demonstration to a folder, and prints their paths. */
export async function runDemo(
  folder: string,
  options: { readonly force: boolean; readonly stop: AbortSignal },
): Promise<void> {
  const root = givenPath(folder);
  const { register, surveys } = await writeDemonstration(root, options).catch((error: unknown) => {
    throw writeError(root, error);
  });
  for (const path of [...register, ...surveys]) console.log(path);
}
