package org.mingzhang.audit.check;

import java.util.List;

/**
 * One kind of check. A rule looks at everything in the document that it knows how to check and
 * answers for each: agrees, disagrees, cannot be decided. Rules hold no state and are safe on many
 * threads.
 */
public interface Rule {
  /** What the rule is. */
  RuleDescription description();

  /** Further descriptions, where a rule that reads one place finds things of several kinds. */
  default List<RuleDescription> further() {
    return List.of();
  }

  /** The answers, in reading order. */
  List<Check> check(Reading reading);
}
