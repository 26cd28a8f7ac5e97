import fc from 'fast-check';
import { afterAll, beforeAll, test } from 'vitest';
import { describeEachEngine } from '../../support/database.ts';
import { inFull } from '../../support/in-full.ts';
import { emptyHistory, expectAnswers, ImportCommand } from './import-command.ts';
import { importPlan } from './plans.ts';
import { RealRegister } from './real-register.ts';
import { RegisterModel } from './register-model.ts';

const RUNS = inFull(3, 300);
const LONGEST = inFull(6, 14);

const stop = fc.option(fc.record({ after: fc.nat(120), recovers: fc.boolean() }), { freq: 5 });
const command = fc.tuple(importPlan, stop).map(([plan, how]) => new ImportCommand(plan, how));

describeEachEngine('a register of random imports on', (openDatabase) => {
  let register: RealRegister;
  beforeAll(async () => {
    register = await RealRegister.over(await openDatabase(), await openDatabase());
  });
  afterAll(() => register[Symbol.asyncDispose]());

  test(
    `says of every publication what it said then, and of the newest what its files say, ${RUNS} times`,
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.commands([command], { maxCommands: LONGEST, size: 'max' }),
          async (commands) => {
            await register.forget();
            const history = emptyHistory(register);
            const setup = async () => ({ model: new RegisterModel(), real: history });
            await fc.asyncModelRun(setup, commands);
            await expectAnswers(history);
          },
        ),
        { numRuns: RUNS, seed: 11, endOnFailure: false },
      );
    },
    inFull(120_000, 3_600_000),
  );
});
