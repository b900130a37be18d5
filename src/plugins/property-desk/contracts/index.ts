export * from './case';
export * from './inquiry';
export * from './search';
export * from './ticket';
export * from './words';
