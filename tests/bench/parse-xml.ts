/** The floor of an import: the XML parser alone over the files that are named, and nothing kept. */
import { createReadStream } from 'node:fs';
import { SaxesParser } from 'saxes';

for (const file of process.argv.slice(2)) {
  const parser = new SaxesParser();
  const ignore = () => {};
  parser.on('opentag', ignore);
  parser.on('closetag', ignore);
  parser.on('text', ignore);
  const chunks = createReadStream(file, { encoding: 'utf8', highWaterMark: 1 << 18 });
  for await (const chunk of chunks) parser.write(chunk as string);
  parser.close();
}
