package org.mingzhang.audit.identity;

import org.mingzhang.audit.check.RuleDescription;

/** What an identity says of the numbers of one statement. */
public sealed interface IdentityAnswer {
  /** The identity that was tried. */
  RuleDescription rule();

  /**
   * It holds.
   *
   * @param rule the identity
   * @param relation the numbers
   */
  record Holds(RuleDescription rule, Relation relation) implements IdentityAnswer {}

  /**
   * It does not hold.
   *
   * @param rule the identity
   * @param violation what was found
   */
  record Broken(RuleDescription rule, Violation violation) implements IdentityAnswer {}

  /**
   * The text does not decide it.
   *
   * @param rule the identity
   * @param reason what is missing, in Chinese
   * @param reasonEnglish the same in English
   */
  record Undecided(RuleDescription rule, String reason, String reasonEnglish)
      implements IdentityAnswer {}
}
