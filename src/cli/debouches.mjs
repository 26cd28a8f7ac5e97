#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
// Plain JavaScript that old versions of Node can read: of the right one, compiled code is kept before
// the first TypeScript is read. From the second start on, Node does not even load what strips the
// types, which is 15 MB in memory.
import * as module from 'node:module';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `Node ${process.versions.node} cannot run this program: use npm start, npm run debouches or npx node, which take the Node 24 that npm ci installed; or Node 22.18 or newer`,
  );
  process.exitCode = 2;
} else {
  module.enableCompileCache();
  await import('./main.ts');
}
