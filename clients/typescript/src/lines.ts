/** The rows of a report in JSON Lines, one at a time: memory does not grow with it. */
export async function* rowsOf<Row>(body: ReadableStream<Uint8Array>): AsyncGenerator<Row, void> {
  // A reader, and no `for await`: not every browser iterates over a stream.
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      const lines = (rest + decoder.decode(value, { stream: !done })).split('\n');
      rest = done ? '' : (lines.pop() ?? '');
      for (const line of lines) if (line !== '') yield JSON.parse(line) as Row;
      if (done) return;
    }
  } finally {
    // Whoever stops in between needs no more of it.
    await reader.cancel().catch(() => {});
  }
}
