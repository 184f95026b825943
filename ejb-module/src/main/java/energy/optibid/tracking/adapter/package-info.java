/** MLflow by its REST interface. */
@NullMarked
package energy.optibid.tracking.adapter;

import org.jspecify.annotations.NullMarked;
