import type { Dialect } from '../types.ts';
import { eximV } from './exim-v.ts';
import { nodemailer } from './nodemailer.ts';
import { phpmailer } from './phpmailer.ts';
import { phpmailer5 } from './phpmailer5.ts';
import { generic } from './generic.ts';
import { raw } from './raw.ts';
import { reply } from './reply.ts';

/** Every log format. Where two read a log equally well, the earlier one has it. */
export const dialects: readonly Dialect[] = [
  eximV,
  nodemailer,
  phpmailer,
  phpmailer5,
  generic,
  raw,
  reply,
];
