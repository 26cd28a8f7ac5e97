import { builder } from './builder.ts';

export const DateRange = builder.inputType('DateRange', {
  description: 'Days from one to another, both included; an absent end is open.',
  fields: (t) => ({
    from: t.field({ type: 'Date', description: 'First day.' }),
    to: t.field({ type: 'Date', description: 'Last day.' }),
  }),
});

export const IntRange = builder.inputType('IntRange', {
  description: 'Whole numbers from one to another, both included; an absent end is open.',
  fields: (t) => ({
    from: t.int({ description: 'Smallest number.' }),
    to: t.int({ description: 'Largest number.' }),
  }),
});
