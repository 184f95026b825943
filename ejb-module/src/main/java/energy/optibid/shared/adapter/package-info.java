/**
 * The database of the server: its data sources, its migrations at start, and the gates that set the
 * organisation on a connection before anybody uses it. Roles are made here, so that no password
 * stands in a migration.
 */
@NullMarked
package energy.optibid.shared.adapter;

import org.jspecify.annotations.NullMarked;
