export * from './case';
export * from './case-study';
export * from './complaint';
export * from './improvement';
export * from './inquiry';
export * from './search';
export * from './ticket';
export * from './words';
