import { LRUCache } from 'lru-cache';
import { isFolder, MODEL_FORMS, type ModelForm } from '../../datasets/model/forms.ts';
import type { WrittenFor } from '../../datasets/model/model-file.ts';
import { semanticModel } from '../../datasets/model/semantic-model.ts';
import { STAR } from '../../datasets/star/star.ts';
import { compress } from '../cache/compression.ts';
import { etagOf } from '../cache/etag.ts';
import type { Encoding } from '../cache/negotiation.ts';
import type { CachedResponse } from '../cache/response-cache.ts';
import { zipOf } from './zip.ts';

/** Forms that are kept written, each for a language and an address: clients choose the address. */
const KEPT = 100;

const MODEL = semanticModel(STAR);
const written = new LRUCache<string, Promise<CachedResponse>>({ max: KEPT });

const TYPES: Readonly<Record<string, string>> = {
  zip: 'application/zip',
  tds: 'application/xml; charset=utf-8',
  yaml: 'application/yaml; charset=utf-8',
  pbids: 'application/json; charset=utf-8',
  odc: 'text/x-ms-odc; charset=utf-8',
};

/** The form of a name at `/models`; absent when there is none. */
export function formNamed(name: string): ModelForm | undefined {
  return MODEL_FORMS.find((form) => form.name === name);
}

/** A form as it is sent. It follows from the program, its language and its address alone. */
export function writtenForm(
  form: ModelForm,
  of: WrittenFor,
  encoding: Encoding,
): Promise<CachedResponse> {
  const key = JSON.stringify([form.name, of.language, of.url, encoding]);
  const known = written.get(key);
  if (known) return known;
  const made = write(form, of, encoding);
  written.set(key, made);
  // Who comes after a failure tries again.
  made.catch(() => written.delete(key));
  return made;
}

async function write(form: ModelForm, of: WrittenFor, wanted: Encoding): Promise<CachedResponse> {
  const files = form.write(MODEL, of);
  const bytes = isFolder(form) ? await zipOf(files) : Buffer.from(files[0]?.text ?? '');
  // A zip is packed already.
  const { body, encoding } = await compress(bytes, isFolder(form) ? 'identity' : wanted);
  const type = TYPES[form.name.split('.').at(-1) ?? ''] ?? 'application/octet-stream';
  return {
    body,
    etag: etagOf([bytes.toString('base64'), encoding]),
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="debouches-${form.name}"`,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    },
  };
}
