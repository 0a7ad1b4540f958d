import { describe, expect, it } from 'vitest';
import { newCode, readCode } from '../src/sessions/codes';
import { cleanName, plainName } from '../src/sessions/names';
import { sameSecret, screenTokenOf } from '../src/sessions/secrets';

describe('a nickname', () => {
  it('is the same as another that differs in case, width or spacing only', () => {
    for (const other of [
      'anna b',
      'ＡＮＮＡ Ｂ',
      ' Anna   B ',
      'An\u200bna B',
      'A\u0301nna B'.replace('\u0301', ''),
    ])
      expect(plainName(other)).toBe('anna b');
    expect(plainName('A\u0301nna')).toBe(plainName('Ánna'));
    expect(plainName('Anna C')).not.toBe('anna b');
  });

  it('keeps its letters and loses what cannot be seen or turns the text round', () => {
    expect(cleanName('  Zoë \u202e(host)\u0007 ')).toBe('Zoë (host)');
    expect(cleanName('नमस्ते')).toBe('नमस्ते');
    expect(cleanName('👩\u200d🚀')).toBe('👩\u200d🚀');
    for (const empty of ['\u200b\u200b', '\u3164', '\u202e', '\u200d']) expect(cleanName(empty)).toBe('');
  });
});

describe('a room code', () => {
  it('has five letters or digits, none of which is mistaken for another', () => {
    for (let i = 0; i < 200; i++) expect(newCode()).toMatch(/^[ACEHJKMRTWXY3479]{5}$/);
  });

  it('is read whatever the keyboard made of it', () => {
    expect(readCode(' ac-e 3４ ')).toBe('ACE34');
    expect(readCode('<script>')).toBe('SCRIPT');
  });
});

describe('a secret', () => {
  it('is the same only if every letter is', () => {
    expect(sameSecret('sesame', 'sesame')).toBe(true);
    expect(sameSecret('sesam', 'sesame')).toBe(false);
    expect(sameSecret('', 'sesame')).toBe(false);
  });

  it('of the projector follows from the host’s', () => {
    expect(screenTokenOf('a')).toBe(screenTokenOf('a'));
    expect(screenTokenOf('a')).not.toBe(screenTokenOf('b'));
    expect(screenTokenOf('a')).toMatch(/^[A-Za-z0-9_-]{43}$/);
  });
});
