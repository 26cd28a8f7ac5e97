import { resolve } from 'node:path';
import { writeDemonstration } from '../demonstration/write.ts';

/** Writes the files of the demonstration to a folder, and prints their paths. */
export async function runDemo(folder: string, force: boolean): Promise<void> {
  const from = process.env['INIT_CWD'] ?? process.cwd();
  const { register, surveys } = await writeDemonstration(resolve(from, folder), { force });
  for (const path of [...register, ...surveys]) console.log(path);
}
