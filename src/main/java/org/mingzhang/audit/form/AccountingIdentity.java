package org.mingzhang.audit.form;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.mingzhang.audit.check.RuleDescription;
import org.mingzhang.audit.check.RuleTexts;
import org.mingzhang.text.TsvResource;

/**
 * An accounting identity of the standard forms: a line of {@code identities.tsv}.
 *
 * @param wholes names of the whole, any of which may be printed
 * @param parts names of the parts, or for an equation the names of the other side
 * @param conditions conditions under which the identity is checked
 * @param differingDimension dimension in which the terms may differ
 * @param source regulation or form from which the identity follows
 */
record AccountingIdentity(
    RuleDescription rule,
    Kind kind,
    TermMatching matching,
    List<String> wholes,
    List<IdentityPart> parts,
    List<ApplicabilityCondition> conditions,
    DifferingDimension differingDimension,
    String source) {
  private static final int COLUMNS = 8;
  private static final List<AccountingIdentity> ALL =
      TsvResource.parseRows(
          AccountingIdentity.class, "identities.tsv", COLUMNS, AccountingIdentity::parse);

  /** What the identity requires of the whole and its parts. */
  enum Kind {
    /** The parts add up to the whole. */
    SUM,
    /** Each part is at most the whole. */
    AT_MOST,
    /**
     * The whole is the cost of the parts, which are counts: if a part is above zero, the whole must
     * be above zero.
     */
    COST,
    /** The product of the parts is the whole. */
    PRODUCT
  }

  /**
   * The way in which the terms of an identity are found; the constants for single tables first, in
   * the order in which findings of one cell are reported.
   */
  enum TermMatching {
    /** The factors and their product are columns of each row of a list, found by their headers. */
    PRODUCT,
    /** The whole is a column of a table, and the parts are columns after it. */
    COLUMNS,
    /** Whole and parts are rows of a table. */
    ROWS,
    /** The terms are rows of a table of revenue and expenditure side by side. */
    SIDES,
    /**
     * The whole is the row of a class or group, and the parts are the rows whose codes extend its
     * code; or the whole is the total, and the parts are the rows of all classes.
     */
    CODES,
    /** The whole is the total row of a list, and the parts are its other rows. */
    LIST,
    /** The parts are other rows of a table without codes, found by their numerals and amounts. */
    LEVELS,
    /** The terms are columns, found by their amounts, whose sum holds in nearly every row. */
    RELATION,
    /** The parts are the items that the sentences of a section state. */
    ITEMS,
    /** The terms are amounts of the whole document with the same year and stage. */
    DOCUMENT
  }

  /**
   * A part of a whole in an identity of the forms.
   *
   * @param name name of an account, a code, a fund after "@" or printed words after "="; in
   *     identities of the whole document also an account with its fund after "@" or its item after
   *     "#"; for a product, headers of a column, separated by "|"
   * @param isRequired whether the identity is checked only with this part
   * @param absenceAllowsLess whether the other parts may be less than the whole if this part is
   *     missing
   */
  record IdentityPart(String name, boolean isRequired, boolean absenceAllowsLess) {}

  /** A dimension in which whole and parts need not be equal. */
  enum DifferingDimension {
    NOTHING,
    FUND,
    /** The part is the same account in a narrower perimeter: 市本级 of 全市. */
    PERIMETER
  }

  /** What the document must state, or must not state, for the identity to be checked. */
  enum ApplicabilityCondition {
    /** The document states that nothing was carried over. */
    NOTHING_CARRIED,
    /** The document states no revenue of its own, from which a cost may be paid. */
    NO_OPERATING_REVENUE,
    /** The document states no balance equal to the difference of the two sides. */
    NO_BALANCE,
    /** The document is a budget, in which no balance is planned. */
    BUDGET,
    /** The document is a budget or a final account, whose forms require both sides to be equal. */
    ACCOUNTS
  }

  /** Whether the terms may have different funds. */
  boolean allowsDifferentFunds() {
    return differingDimension == DifferingDimension.FUND;
  }

  /** The identities whose terms are found in a given way, in the order of the file. */
  static List<AccountingIdentity> identitiesMatchedBy(TermMatching matching) {
    return ALL.stream().filter(i -> i.matching == matching).toList();
  }

  /** The identities of single tables, in the order in which findings of one cell are reported. */
  static List<AccountingIdentity> identitiesOfTables() {
    return ALL.stream()
        .filter(i -> i.matching != TermMatching.ITEMS && i.matching != TermMatching.DOCUMENT)
        .sorted(Comparator.comparing(AccountingIdentity::matching))
        .toList();
  }

  private static AccountingIdentity parse(List<String> cells) {
    return new AccountingIdentity(
        RuleTexts.findRequired(cells.get(0)),
        Kind.valueOf(cells.get(1).toUpperCase(Locale.ROOT).replace('-', '_')),
        TermMatching.valueOf(cells.get(2).toUpperCase(Locale.ROOT)),
        TsvResource.splitList(cells.get(3)),
        TsvResource.splitList(cells.get(4)).stream().map(AccountingIdentity::parsePart).toList(),
        TsvResource.splitList(cells.get(5)).stream()
            .map(g -> ApplicabilityCondition.valueOf(g.toUpperCase(Locale.ROOT).replace('-', '_')))
            .toList(),
        cells.get(6).isEmpty()
            ? DifferingDimension.NOTHING
            : DifferingDimension.valueOf(cells.get(6).toUpperCase(Locale.ROOT)),
        cells.get(7));
  }

  private static IdentityPart parsePart(String written) {
    boolean open = written.endsWith("*");
    return open || written.endsWith("?")
        ? new IdentityPart(written.substring(0, written.length() - 1), false, open)
        : new IdentityPart(written, true, false);
  }
}
