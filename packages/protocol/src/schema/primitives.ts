import { z } from 'zod';

/** Bounds of everything a client may send. */
export const LIMITS = { words: 1200, nickname: 24, id: 64, terms: 60, picks: 20 } as const;

export const Id = z
  .string()
  .min(1)
  .max(LIMITS.id)
  .regex(/^[A-Za-z0-9_:.-]+$/)
  .refine((id) => !(id in Object.prototype), 'a word that every object knows');
/** Made by the client, unique per person: a resent command keeps its id. */
export const CommandId = z
  .string()
  .min(8)
  .max(LIMITS.id)
  .regex(/^[A-Za-z0-9_-]+$/);
export const Words = z.string().trim().min(1).max(LIMITS.words);
export const Nickname = z.string().trim().min(1).max(LIMITS.nickname);
export const Token = z
  .string()
  .min(20)
  .max(100)
  .regex(/^[A-Za-z0-9_-]+$/);
export const Terms = z
  .record(Id, Id)
  .refine(
    (terms) => Object.keys(terms).length >= 1 && Object.keys(terms).length <= LIMITS.terms,
    'between one and sixty issues',
  )
  .meta({ minProperties: 1, maxProperties: LIMITS.terms });

/** As files and browsers name it: `de`, `pt-BR`. */
export const Language = z
  .string()
  .max(35)
  .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/);

export const type = <T extends string>(value: T) => ({ type: z.literal(value) });
