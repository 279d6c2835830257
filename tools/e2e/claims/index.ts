/** Claims about what runs: each a sentence that holds or fails, and the waiting that they need. */
export { inBackground } from './background';
export { type Book, type Claim, type Outcome, type Suite, claimBook } from './book';
export { type Patience, eventually } from './eventually';
export { waiting } from './waiting';
