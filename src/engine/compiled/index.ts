/** A model as data: what its constructs do with values is kept, and they need not run again. */
export { type Installation, installed } from './installation';
export { type CompiledModel, type ModelObject, compiledModel } from './model';
export { pack, unpack } from './packed';
