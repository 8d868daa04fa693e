#!/usr/bin/env node
'use strict';

require('node:module').enableCompileCache?.();
require('../dist/leakgate.cjs')
  .main(process)
  .then(code => {
    process.exitCode = code;
  });
