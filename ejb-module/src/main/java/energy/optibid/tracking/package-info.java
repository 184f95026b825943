/** The tracking server of experiments with forecasts (MLflow), as far as it is there. */
@NullMarked
package energy.optibid.tracking;

import org.jspecify.annotations.NullMarked;
