import { isFailure, licenceCode } from "../model/rules.js";
/** True unless a licence asked for is known to be missing or expired. */
export function passesLicences(ground, wanted, held, asOf) {
    return wanted.every(licence => !isFailure(licenceCode(ground, licence, held, asOf)));
}
//# sourceMappingURL=licence-check.js.map