import { describe } from 'vitest';
import { createMemoryStore } from '../src/index';
import { storeContract } from './contract';
import { storeContractForThings } from './contract-things';

describe('the store in memory', () => {
  storeContract(async () => createMemoryStore());
  storeContractForThings(async () => createMemoryStore());
});
