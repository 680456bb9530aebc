package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.CompactParagraph;
import org.mingzhang.audit.form.AccountingIdentity.ApplicabilityCondition;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactLocation.Cell;
import org.mingzhang.model.Topic;
import org.mingzhang.text.PatternTable;

/** Checks all identities between facts of a document. */
final class FactIdentityChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FactIdentityChecks.class);
  private static final Pattern NO_CARRYOVER_WORDS = PATTERNS.get("no-carryover-words");
  private static final Pattern NO_CARRYOVER_IN_ACCOUNTS = PATTERNS.get("nothing-in-accounts");
  private static final Pattern OPERATING_REVENUE_NAME = PATTERNS.get("operating-revenue");
  private static final Pattern TOTAL_FLOW_WORDS = PATTERNS.get("flow-of-year");
  private static final Pattern HOSPITAL_ACCOUNT_WORDS = PATTERNS.get("hospital-account");

  private FactIdentityChecks() {}

  static List<RuleResult> checkAll(AuditedDocument document) {
    DocumentFacts facts = DocumentFacts.forDocument(document);
    IdentityFindingFactory findings = new IdentityFindingFactory(facts);
    boolean nothingCarried = statesNoCarryover(document, facts);
    List<RuleResult> answers = new ArrayList<>();
    List<FactRelation> broken = new ArrayList<>();
    for (AccountingIdentity identity :
        AccountingIdentity.identitiesMatchedBy(AccountingIdentity.TermMatching.DOCUMENT)) {
      document.throwIfTimeExhausted();
      if (!identity.conditions().stream()
          .allMatch(c -> isConditionMet(c, document, facts, nothingCarried))) {
        continue;
      }
      for (FactRelation relation : new FactRelationFinder(identity, facts).find()) {
        if (relation.holds(facts)) {
          answers.add(new RuleResult(identity.rule(), CheckResult.AGREES));
        } else {
          String reason = findReasonUndecided(relation, broken, facts);
          CheckResult check =
              reason == null
                  ? findings.createFinding(relation)
                  : CheckResult.undecided(reason)
                      .withLocation(facts.quoteLocation(relation.whole().locations().getFirst()));
          answers.add(new RuleResult(identity.rule(), check));
          broken.add(relation);
        }
      }
    }
    return answers;
  }

  /**
   * Whether the text states that nothing was carried over, outside the sections on single funds. If
   * an amount carried over is stated as well, only a statement about the accounts as a whole
   * counts, since others may be about one fund or one project.
   */
  private static boolean statesNoCarryover(AuditedDocument document, DocumentFacts facts) {
    List<CompactParagraph> stated =
        document.paragraphs().stream()
            .filter(p -> p.topic() != Topic.GOVERNMENT_FUNDS && p.topic() != Topic.STATE_CAPITAL)
            .filter(p -> NO_CARRYOVER_WORDS.matcher(p.unspacedText()).find())
            .toList();
    return stated.stream().anyMatch(p -> NO_CARRYOVER_IN_ACCOUNTS.matcher(p.unspacedText()).find())
        || (!stated.isEmpty() && !facts.statesNonzeroBalance());
  }

  /**
   * Whether a condition is met. {@code NO_BALANCE} depends on the difference and is always met
   * here; see {@link #isDifferenceStatedAsBalance}.
   */
  private static boolean isConditionMet(
      ApplicabilityCondition condition,
      AuditedDocument document,
      DocumentFacts facts,
      boolean isNothingCarriedOver) {
    return switch (condition) {
      case NOTHING_CARRIED -> isNothingCarriedOver;
      case BUDGET -> document.isBudget();
      case ACCOUNTS -> document.isBudget() || document.isFinalAccount();
      case NO_OPERATING_REVENUE -> !statesOperatingRevenue(facts);
      case NO_BALANCE -> true;
    };
  }

  private static boolean statesOperatingRevenue(DocumentFacts facts) {
    return facts.allFacts().stream()
        .flatMap(List::stream)
        .filter(f -> f.kind() == Fact.Kind.AMOUNT && f.value().signum() > 0)
        .anyMatch(f -> OPERATING_REVENUE_NAME.matcher(f.account()).matches());
  }

  /**
   * The key of the reason why an identity that does not hold is undecided; null if it is to be
   * reported.
   *
   * @param broken the identities before it that do not hold
   */
  private static @Nullable String findReasonUndecided(
      FactRelation relation, List<FactRelation> broken, DocumentFacts facts) {
    return isExplainedByPart(relation, broken) || hasDisputedPart(relation, facts)
        ? "part-in-doubt"
        : mayBeAmountOfOtherAccount(relation, facts)
            ? "which-account"
            : isCompletedByOtherCells(relation, facts.document())
                ? "parts-not-all"
                : mayLeaveOutBalances(relation, facts.document())
                        || isDifferenceStatedAsBalance(relation, facts)
                    ? "may-include-balance"
                    : null;
  }

  /**
   * Whether an earlier broken sum explains why {@code relation} does not hold. Its whole is a part
   * of {@code relation} and the two differences are opposite, or all its parts are parts of {@code
   * relation} and the two differences are equal.
   */
  private static boolean isExplainedByPart(FactRelation relation, List<FactRelation> broken) {
    return broken.stream()
        .anyMatch(
            b ->
                (relation.parts().contains(b.whole())
                        && b.difference().negate().compareTo(relation.difference()) == 0)
                    || (relation.parts().containsAll(b.parts())
                        && b.difference().compareTo(relation.difference()) == 0));
  }

  /**
   * Whether a row or column of a table prints the whole of a sum, its parts and further amounts
   * that make up the difference between them: 基本支出, 人员经费, 公用经费 and 其他. The sum then does not have
   * all parts that the table has.
   */
  private static boolean isCompletedByOtherCells(FactRelation relation, AuditedDocument document) {
    return relation.parts().size() > 1
        && relation.difference().signum() < 0
        && relation.whole().value().signum() > 0
        && cellsOf(relation.whole())
            .anyMatch(
                c -> isCompletedInRowOrColumn(c, relation, document.tables().get(c.tableIndex())));
  }

  private static boolean isCompletedInRowOrColumn(
      Cell whole, FactRelation relation, AccountTable table) {
    BigDecimal lacking =
        table
            .amountOrZero(whole.row(), whole.column())
            .multiply(relation.difference().negate())
            .divide(relation.whole().value(), MathContext.DECIMAL64);
    return Stream.of(
            IntStream.range(0, table.data().header().size())
                .mapToObj(i -> new Cell(whole.tableIndex(), whole.row(), i)),
            IntStream.range(0, table.rowCount())
                .mapToObj(i -> new Cell(whole.tableIndex(), i, whole.column())))
        .map(line -> new LinkedHashSet<>(line.filter(c -> !c.equals(whole)).toList()))
        .filter(o -> relation.parts().stream().allMatch(p -> o.removeAll(cellsOf(p).toList())))
        .map(others -> others.stream().map(c -> table.amountOrZero(c.row(), c.column())))
        .anyMatch(amounts -> UndecidableSumDetector.someAddUpTo(amounts, lacking));
  }

  private static Stream<Cell> cellsOf(Fact fact) {
    return fact.locations().stream().flatMap(p -> Stream.ofNullable(p.cell()));
  }

  /**
   * Whether a whole that is less than one of its parts may be the amount of another account: only
   * sentences state it, and a table prints the same amount for another account.
   */
  private static boolean mayBeAmountOfOtherAccount(FactRelation relation, DocumentFacts facts) {
    Fact whole = relation.whole();
    return relation.identity().kind() == AccountingIdentity.Kind.AT_MOST
        && !DocumentFacts.isInTable(whole)
        && facts.factsWithValue(whole.value()).stream()
            .anyMatch(f -> DocumentFacts.isInTable(f) && !f.account().equals(whole.account()));
  }

  /**
   * Whether the two sides of final accounts need not be equal: one of them is printed only in
   * sentences and called 总收入 or 总支出, which may be the flow of the year without balances, or the
   * document keeps the accounts of a hospital, which end with a surplus.
   */
  private static boolean mayLeaveOutBalances(FactRelation relation, AuditedDocument document) {
    return relation.identity().conditions().contains(ApplicabilityCondition.ACCOUNTS)
        && !document.isBudget()
        && Stream.concat(Stream.of(relation.whole()), relation.parts().stream())
            .filter(f -> !DocumentFacts.isInTable(f))
            .flatMap(f -> f.locations().stream())
            .anyMatch(
                p -> TOTAL_FLOW_WORDS.matcher(p.quote()).find() || keepsHospitalAccounts(document));
  }

  private static boolean keepsHospitalAccounts(AuditedDocument document) {
    return document.paragraphs().stream()
        .anyMatch(p -> HOSPITAL_ACCOUNT_WORDS.matcher(p.unspacedText()).find());
  }

  /**
   * Whether the whole or a part is in a row or table that contradicts itself, or, for a sum, a
   * printed rate contradicts a part.
   */
  private static boolean hasDisputedPart(FactRelation relation, DocumentFacts facts) {
    CheckedProseNumbers numbers = CheckedProseNumbers.forDocument(facts.document());
    return (relation.identity().kind() == AccountingIdentity.Kind.SUM
            && relation.parts().stream().anyMatch(numbers::isInWrongRate))
        || Stream.concat(Stream.of(relation.whole()), relation.parts().stream())
            .anyMatch(facts::isInContradictoryTable);
  }

  /**
   * Whether the document states a balance that is the difference of the two sides, or by which a
   * part exceeds its whole: 本年财政拨款安排231.05万元，财政拨款结转安排86.40万元. A government may leave it out of its
   * total of expenditure without stating it: 收入总量7557.8亿元，支出总量7023.7亿元，实现收支平衡.
   */
  private static boolean isDifferenceStatedAsBalance(FactRelation relation, DocumentFacts facts) {
    boolean sides = relation.identity().conditions().contains(ApplicabilityCondition.NO_BALANCE);
    boolean atMost = relation.identity().kind() == AccountingIdentity.Kind.AT_MOST;
    return ((sides || atMost) && facts.isStatedAsBalance(relation.difference().abs()))
        || (sides && facts.isDocumentOfGovernment() && relation.difference().signum() > 0);
  }
}
