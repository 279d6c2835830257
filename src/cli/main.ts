#!/usr/bin/env node
import { runAny } from './run';

void runAny(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
