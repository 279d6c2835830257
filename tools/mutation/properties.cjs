'use strict';

const fc = require('fast-check');

// The same score twice, and no search for the smallest counterexample of a mutant.
fc.configureGlobal({ seed: 36, endOnFailure: true });
