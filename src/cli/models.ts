import { join } from 'node:path';
import type { Language } from '../datasets/labels.ts';
import { isFolder, MODEL_FORMS } from '../datasets/model/forms.ts';
import { semanticModel } from '../datasets/model/semantic-model.ts';
import { STAR } from '../datasets/star/star.ts';
import { givenPath } from './files/given-path.ts';
import { writeWhole } from './files/write-whole.ts';

/** Options of the command. */
export interface ModelsCommand {
  readonly language: Language;
  /** Where the server is reached, without a slash at its end. */
  readonly url: string;
}

/** Writes the semantic model to a folder in all its forms, and prints the path of each. */
export async function runModels(
  folder: string,
  options: ModelsCommand,
  stop: AbortSignal,
): Promise<void> {
  const root = givenPath(folder);
  const model = semanticModel(STAR);
  const forms = MODEL_FORMS.map((form) => {
    const own = isFolder(form) ? join(root, form.name.replace(/\.zip$/, '')) : root;
    const files = [...form.write(model, options)].map(({ path, text }) => ({
      path: join(own, path),
      content: text,
    }));
    return { told: isFolder(form) ? own : join(own, form.name), files };
  });
  await writeWhole(
    root,
    forms.flatMap(({ files }) => files),
    { folders: true, stop },
  );
  for (const { told } of forms) console.log(told);
}
