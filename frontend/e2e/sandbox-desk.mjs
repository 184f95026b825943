// What a story in a sandbox begins and ends with.
import { launch, visitor } from './browser.mjs';
import { Api, Sandbox, TRADER } from './exchange-api.mjs';

/** An asset that can only sell, on the simulated Indian exchange. */
export const plant = (name, type, maxInjectionMw, areaCode = 'W2') => ({
  name,
  type,
  marketCode: 'sim-dam',
  areaCode,
  maxInjectionMw,
  maxWithdrawalMw: 0,
});

/** A trader's API, asset and sandbox, and a page of a browser. What was opened is closed, however far it came. */
export class SandboxDesk {
  /**
   * Ends the sandboxes that earlier stories left, of which an organisation may have five.
   *
   * @param asset that the organisation has or gets; null for none
   */
  async open(asset = null) {
    this.api = await Api.as(TRADER);
    await this.api.endSandboxes();
    this.asset = asset && (await this.api.haveAsset(asset));
    this.exchange = await Sandbox.make(this.api);
    this.browser = await launch();
    this.page = await visitor(this.browser);
    return this;
  }

  async close() {
    await this.browser?.close();
    await this.exchange?.end();
  }
}
