// @ts-check
'use strict';

// Stryker loads its plugins as JavaScript.
require('tsx/cjs/api').register();

const { InProcessRunner } = require('./runner');

exports.strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
