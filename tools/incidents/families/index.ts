import type { Incident } from '../incident';
import { outages } from './outages';
import { quiet } from './quiet';
import { troubles } from './troubles';

/** All courses of events, by what is right: silence, a page, a note. */
export const INCIDENTS: readonly Incident[] = [...quiet(), ...outages(), ...troubles()];
