/**
 * What an organisation allows itself to offer: limits that hold in the submitting transaction, and
 * the second pair of eyes above a size. Callers use {@link energy.optibid.risk.RiskLimits}, {@link
 * energy.optibid.risk.LimitUsages}, {@link energy.optibid.risk.ApprovalPolicies} and {@link
 * energy.optibid.risk.BidApprovals}; what a bid weighs is in {@code domain}, tables in {@code
 * adapter}.
 */
@NullMarked
package energy.optibid.risk;

import org.jspecify.annotations.NullMarked;
