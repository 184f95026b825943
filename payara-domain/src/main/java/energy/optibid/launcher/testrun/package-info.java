/**
 * {@code ./optibid test}: runs every test runner there is, fast ones first, on servers of its own,
 * and adds up what their JUnit reports say.
 */
@NullMarked
package energy.optibid.launcher.testrun;

import org.jspecify.annotations.NullMarked;
