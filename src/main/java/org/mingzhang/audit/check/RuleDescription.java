package org.mingzhang.audit.check;

import org.mingzhang.model.Finding.Kind;

/**
 * What a rule is, for the page that lists all rules.
 *
 * @param id short name, lower case with hyphens, unique
 * @param order place among all rules: of several that find the same error the first speaks
 * @param reads what it compares, in Chinese
 * @param tolerance deviation that it lets pass, in Chinese
 * @param reason why what it compares must agree, in Chinese
 */
public record RuleDescription(
    String id,
    int order,
    Checker checker,
    Kind kind,
    String reads,
    String readsEnglish,
    String tolerance,
    String toleranceEnglish,
    String reason,
    String reasonEnglish) {

  public enum Checker {
    /** The identities that hold whatever an account is called. */
    STATEMENTS,
    /** The identities of the forms. */
    FORMS,
    /** The patterns of wordings. */
    WORDINGS,
    /** Implemented by its own class. */
    CLASS,
    /** The class of the rule before. */
    WITH,
    /** The comparison of two documents. */
    DOCUMENTS
  }
}
