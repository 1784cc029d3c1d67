import { give, type Kernel } from './kernel.ts';

/** Plain values as nodes, and waiting. */
export const PRIMITIVES: Readonly<Record<string, Kernel>> = {
  PrimitiveInt: (inputs) => give(Math.trunc(inputs.number('value'))),
  PrimitiveFloat: (inputs) => give(inputs.number('value')),
  PrimitiveString: (inputs) => give(inputs.text('value')),
  PrimitiveStringMultiline: (inputs) => give(inputs.text('value')),
  PrimitiveBoolean: (inputs) => give(inputs.flag('value')),
  StringConcatenate: (inputs) =>
    give([inputs.text('string_a'), inputs.text('string_b')].join(inputs.text('delimiter', ''))),
  /** From the server's own test pack: passes a value on after a while. */
  TestSleep: async (inputs, { step }) => {
    const seconds = inputs.number('seconds');
    const waits = Math.ceil(seconds / SLEEP_STEP);
    for (let i = 0; i <= waits; i += 1)
      await step({ value: Math.min(seconds, i * SLEEP_STEP), max: seconds, waitMs: i < waits ? SLEEP_STEP * 1000 : 0 });
    return give(inputs.any('value'));
  },
};

const SLEEP_STEP = 0.1;
