package energy.optibid.rules;

import energy.optibid.engine.rules.RulePack;
import energy.optibid.shared.ProblemException;

/**
 * The texts of the packs that results were found under. A text stays for good, so a past result is
 * explained by the rules it had even when its market's pack says something else today.
 */
public interface PackArchive {
  /**
   * Keeps a pack's text unless it is there already, whatever becomes of the caller's transaction;
   * returns its identity.
   */
  String keep(RulePack pack);

  /**
   * The pack of an identity.
   *
   * @throws ProblemException {@code not_found} if no result was found under it
   */
  RulePack require(String identity);
}
