#!/usr/bin/env node
import { runAny } from './index';

void runAny(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
