import type { DeviceRegistry } from './registry.ts';
/** stub replaced below */
export class SystemPrinters { constructor(_r: DeviceRegistry) {} start(): void {} async refresh(): Promise<void> {} stop(): void {} }
