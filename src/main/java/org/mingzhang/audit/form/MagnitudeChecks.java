package org.mingzhang.audit.form;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.audit.check.AccountTable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.identity.ComputedInterval;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.statement.Operand;
import org.mingzhang.statement.Quantity;
import org.mingzhang.statement.SectionStatements;
import org.mingzhang.statement.StageAndTime;
import org.mingzhang.statement.Statement;
import org.mingzhang.statement.Subject;
import org.mingzhang.text.AccountColumnRoles;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.PatternTable;

/**
 * Reports an amount of a sentence that differs from an amount of the same name in a table by a
 * power of ten: 365.22万元 for 36521800元. If the name is not an account, and therefore not compared
 * by any other check, an amount with two neighboring digits swapped is reported as well. Nothing is
 * reported if an amount of that name in the tables has the stated value, or if the number has so
 * few digits that it may agree by chance. Disputed amounts may have few digits, because a table
 * states their account in the same context.
 */
final class MagnitudeChecks {
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(MagnitudeChecks.class);
  private static final Pattern IGNORED_IN_NAME = PATTERNS.get("row-name-marks");
  private static final Pattern TOTAL_LABEL = PATTERNS.get("total");
  private static final String RULE = "item-against-table";
  private static final int MIN_NAME_LENGTH = 4;
  private static final int MIN_DIGITS = 3;
  private static final int MAX_POWER = 4;

  private final Map<String, List<NamedAmount>> amountsByName = new HashMap<>();

  private MagnitudeChecks() {}

  /** An amount of a table in 元, with its unit and its row. */
  private record NamedAmount(BigDecimal yuan, String printed, QuoteLocation location) {}

  static List<RuleResult> checkAll(AuditedDocument document) {
    MagnitudeChecks checks = new MagnitudeChecks();
    document.tables().forEach(checks::addRows);
    DocumentFacts facts = DocumentFacts.forDocument(document);
    List<Fact> known = facts.allFacts().stream().flatMap(List::stream).toList();
    return Stream.of(
            known.stream(),
            document.disclosure().facts().stream()
                .filter(f -> f.disputed() && !known.contains(f) && facts.isInChartOfAccounts(f)),
            document.statements().stream().flatMap(MagnitudeChecks::findDoubtfulAmounts))
        .flatMap(named -> named)
        .filter(f -> f.kind() == Fact.Kind.AMOUNT && !DocumentFacts.isInTable(f))
        .filter(f -> Objects.equals(f.context().year(), document.year()))
        .flatMap(f -> checks.check(f, facts).stream())
        .toList();
  }

  private void addRows(AccountTable table) {
    String unit = table.data().unit();
    int power = AmountParser.powerOfTenOrZero(unit == null ? "" : unit);
    String title = normalize(table.data().title());
    for (AccountColumnRoles.ColumnBlock block :
        unit == null ? List.<AccountColumnRoles.ColumnBlock>of() : table.columns().blocks()) {
      for (int row = 0; row < table.rowCount(); row++) {
        String label = normalize(table.label(row, block));
        String name = TOTAL_LABEL.matcher(label).find() ? title : label;
        for (int column : block.amountColumns()) {
          int at = row;
          table
              .findAmount(row, column)
              .filter(v -> v.signum() > 0)
              .ifPresent(
                  v ->
                      amountsByName
                          .computeIfAbsent(name, n -> new ArrayList<>())
                          .add(
                              new NamedAmount(
                                  v.scaleByPowerOfTen(power),
                                  table.data().rows().get(at).get(column) + unit,
                                  FindingDraft.locationOf(table, at, table.quote(at, block)))));
        }
      }
    }
  }

  private Optional<RuleResult> check(Fact stated, DocumentFacts facts) {
    List<NamedAmount> beside = amountsByName.getOrDefault(nameOf(stated), List.of());
    String digits = stated.printed().replaceAll("\\D|^[0.]+|[0.]+$", "");
    if (beside.isEmpty()
        || digits.isEmpty()
        || (digits.length() < MIN_DIGITS && !stated.disputed())) {
      return Optional.empty();
    }
    if (beside.stream().anyMatch(a -> differsByPowerOfTen(a, stated, 0, facts))) {
      return Optional.of(RuleResult.forMessage(RULE, CheckResult.AGREES));
    }
    List<NamedAmount> similar =
        beside.stream()
            .filter(
                a ->
                    IntStream.rangeClosed(-MAX_POWER, MAX_POWER)
                        .anyMatch(power -> differsByPowerOfTen(a, stated, power, facts)))
            .toList();
    if (!similar.isEmpty()) {
      return createFinding("item-against-table/magnitude", stated, similar, facts);
    }
    return stated.context().item() == null && !facts.isInChartOfAccounts(stated)
        ? createFinding(
            RULE,
            stated,
            beside.stream()
                .filter(a -> PrintedNumbers.differBySwappedDigits(a.yuan(), stated.value()))
                .toList(),
            facts)
        : Optional.empty();
  }

  /**
   * The amounts with a doubtful subject, as facts; the facts of the document do not include them.
   */
  private static Stream<Fact> findDoubtfulAmounts(SectionStatements section) {
    return section.statements().stream()
        .filter(Statement.Amount.class::isInstance)
        .map(s -> ((Statement.Amount) s).operand())
        .flatMap(
            operand ->
                Stream.ofNullable(operand.quantity())
                    .flatMap(
                        q ->
                            operand.subject().uniqueValue().stream()
                                .filter(Subject::isDoubtful)
                                .map(s -> createFact(section.section(), s, operand, q))));
  }

  private static Fact createFact(
      Section section, Subject subject, Operand operand, Quantity quantity) {
    StageAndTime time = operand.stageAndTime().uniqueValue().orElse(StageAndTime.UNKNOWN);
    String text = section.text();
    int from = Math.clamp(subject.span() == null ? 0 : subject.span().start(), 0, text.length());
    int end = Math.clamp(quantity.span().end(), from, text.length());
    return new Fact(
        subject.account(),
        new FactContext(
            null, null, time.stage(), subject.fund(), null, null, time.year(), null, null, null),
        Fact.Kind.AMOUNT,
        quantity.value(),
        quantity.printed(),
        quantity.unit(),
        null,
        false,
        List.of(
            new FactLocation(
                section.path(),
                quantity.span().page(),
                quantity.span().start(),
                end,
                text.substring(from, end).replace("\n", ""),
                null)));
  }

  /**
   * Whether an amount of a table is the stated amount times a power of ten, within the printed
   * precision of the stated amount.
   *
   * @param power exponent of ten; with 0 the amounts are tested for equality
   */
  private static boolean differsByPowerOfTen(
      NamedAmount amount, Fact stated, int power, DocumentFacts facts) {
    return facts
        .toInterval(stated)
        .intersects(ComputedInterval.exactly(amount.yuan().scaleByPowerOfTen(-power)));
  }

  /**
   * Creates a finding if all similar amounts of the tables have the same value; empty if there are
   * no similar amounts or if they differ, since it is then unknown which one the text means.
   */
  private static Optional<RuleResult> createFinding(
      String message, Fact stated, List<NamedAmount> similar, DocumentFacts facts) {
    if (similar.stream().map(NamedAmount::yuan).distinct().count() != 1) {
      return Optional.empty();
    }
    String words = stated.printed() + stated.unit();
    NamedAmount meant = similar.getFirst();
    return Optional.of(
        RuleResult.forMessage(
            RULE,
            FindingDraft.create(message, facts.quoteLocation(DocumentFacts.proseLocation(stated)))
                .setUnequalNumbers(words, meant.printed())
                .setOtherLocation(meant.location())
                .toResult(words, meant.printed(), stated.account(), stated.account())));
  }

  /**
   * The normalized name of the item or account of a fact; empty if it has fewer than {@link
   * #MIN_NAME_LENGTH} characters and the fact is not disputed.
   */
  private static String nameOf(Fact fact) {
    String item = fact.context().item();
    String name =
        normalize(item == null ? fact.account() : item.substring(item.lastIndexOf('/') + 1));
    return name.length() < MIN_NAME_LENGTH && !fact.disputed() ? "" : name;
  }

  private static String normalize(String name) {
    return IGNORED_IN_NAME.matcher(ChartOfAccounts.normalize(name)).replaceAll("");
  }
}
