#!/usr/bin/env -S node --disable-warning=ExperimentalWarning
// Plain JavaScript, so that compiled code is kept before the first TypeScript is read: from the
// second start on, Node does not even load what strips the types, which is 15 MB in memory.
import { enableCompileCache } from 'node:module';

enableCompileCache();
await import('./main.ts');
