import { load } from '../setup/load.mjs';
export const { beforeInterrupt, isInterrupted, runChild, temporaryFolder, freePorts, startProcess } =
  load('tools/process');
export const { debianPrometheus, goComponents, goComponent, clientOf, startPrometheus } = load('tools/components');
export const clientGolang = () => goComponent('client-golang');
