/**
 * Property tests draw from a fixed seed, so that a commit that passed passes again; TILTH_PROPERTY_SEED=random (or a number) looks
 * further, as people should while they work on a rule. What a random seed finds becomes a case of its own.
 */
import fc from 'fast-check';

const wanted = process.env.TILTH_PROPERTY_SEED;
if (wanted !== 'random') fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(wanted ?? 7171) });
