import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Language } from '../datasets/labels.ts';
import { isFolder, MODEL_FORMS } from '../datasets/model/forms.ts';
import { semanticModel } from '../datasets/model/semantic-model.ts';
import { STAR } from '../datasets/star/star.ts';

/** Options of the command. */
export interface ModelsCommand {
  readonly language: Language;
  /** Where the server is reached, without a slash at its end. */
  readonly url: string;
}

/** Writes the semantic model to a folder in all its forms, and prints the path of each. */
export async function runModels(folder: string, options: ModelsCommand): Promise<void> {
  const root = resolve(process.env['INIT_CWD'] ?? process.cwd(), folder);
  const model = semanticModel(STAR);
  for (const form of MODEL_FORMS) {
    const own = isFolder(form) ? join(root, form.name.replace(/\.zip$/, '')) : root;
    for (const { path, text } of form.write(model, options)) {
      const file = join(own, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    console.log(isFolder(form) ? own : join(own, form.name));
  }
}
