package org.mingzhang.audit.check;

import org.mingzhang.model.Finding.Kind;

/**
 * The description of a rule, for the page that lists all rules.
 *
 * @param id short name, lower case with hyphens, unique
 * @param order position among all rules: of several rules that find the same error, the first one
 *     reports it
 * @param comparison what it compares, in Chinese
 * @param tolerance deviation that it allows, in Chinese
 * @param reason why the compared values must agree, in Chinese
 */
public record RuleDescription(
    String id,
    int order,
    Checker checker,
    Kind kind,
    String comparison,
    String comparisonEnglish,
    String tolerance,
    String toleranceEnglish,
    String reason,
    String reasonEnglish) {

  /** The part of the audit that implements a rule. */
  public enum Checker {
    /** Checked by the identities of prose, which need no account names. */
    STATEMENTS,
    /** Checked by the identities of the forms. */
    FORMS,
    /** Checked by the patterns of wordings. */
    WORDINGS,
    /** Implemented by its own class. */
    CLASS,
    /** Implemented by the class of the preceding rule. */
    SAME_CLASS_AS_PREVIOUS,
    /** Checked by the comparison of two documents. */
    DOCUMENTS
  }
}
