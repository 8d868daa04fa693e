#!/usr/bin/env node
'use strict';

require('node:module').enableCompileCache?.();
// Either runs every command. The first holds the hook's own, which takes 12 ms to parse; the second loads each command as it is asked for.
const isHook = process.argv.length === 3 && process.argv[2] === 'staged';
require(isHook ? '../dist/leakgate.cjs' : '../dist/parts/main.cjs')
  .main(process)
  .then(code => {
    process.exitCode = code;
  });
