package org.mingzhang.audit.form;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.CheckResult;
import org.mingzhang.audit.check.FindingDraft;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * Checks in each row of a table or form that a column whose title says 其中 is at most the column
 * before it: 资金总额, 其中：财政拨款. Whether the column before it is the whole is inferred from the numbers:
 * for each row that does not agree, at least {@link #MIN_AGREEING_ROWS} others must agree.
 */
final class PartColumnChecks {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PartColumnChecks.class);
  private static final Pattern PART_HEADER = PATTERNS.get("part-column");
  private static final Pattern NON_ADDITIVE_HEADER = PATTERNS.get("non-additive-header-of-levels");
  private static final String RULE = "part-above-whole";

  /** Minimum number of rows that agree, for each row that does not. */
  private static final int MIN_AGREEING_ROWS = 2;

  private PartColumnChecks() {}

  /** The numbers of a row in the column of the part and the column of the whole. */
  private record PartOfRow(QuoteLocation location, BigDecimal part, BigDecimal whole) {
    boolean agrees() {
      return part.subtract(whole).compareTo(part.ulp().max(whole.ulp())) <= 0;
    }

    CheckResult toResult() {
      return agrees()
          ? CheckResult.AGREES
          : FindingDraft.create(RULE, location)
              .setNumbers(part, "≤ " + whole.toPlainString())
              .setFormulaPattern("%s > %s", part, whole)
              .toResult(part.toPlainString(), whole.toPlainString());
    }
  }

  static List<RuleResult> checkAll(AuditedDocument document) {
    return document.sections().stream()
        .flatMap(
            section ->
                section.body().stream()
                    .filter(Section.TablePart.class::isInstance)
                    .map(Section.TablePart.class::cast)
                    .filter(table -> !table.grid().isRecognizedByOcr())
                    .flatMap(table -> checkTable(section, table)))
        .toList();
  }

  private static Stream<RuleResult> checkTable(Section section, Section.TablePart table) {
    List<List<String>> rows = table.grid().grid();
    return IntStream.range(0, rows.size())
        .boxed()
        .flatMap(
            header ->
                IntStream.range(1, rows.get(header).size())
                    .filter(column -> isPartOfColumnBefore(rows.get(header), column))
                    .boxed()
                    .flatMap(column -> checkColumn(section, table, header, column)));
  }

  private static boolean isPartOfColumnBefore(List<String> header, int column) {
    if (column >= header.size() || !header.get(column).strip().startsWith("其中")) {
      return false;
    }
    String part = CompactText.compact(header.get(column)).text();
    String whole = CompactText.compact(header.get(column - 1)).text();
    return PART_HEADER.matcher(part).matches()
        && !whole.isEmpty()
        && AmountParser.parseNumber(whole).isEmpty()
        && !PART_HEADER.matcher(whole).matches()
        && !NON_ADDITIVE_HEADER.matcher(part).find()
        && !NON_ADDITIVE_HEADER.matcher(whole).find();
  }

  private static Stream<RuleResult> checkColumn(
      Section section, Section.TablePart table, int header, int column) {
    List<List<String>> rows = table.grid().grid();
    List<PartOfRow> read =
        IntStream.range(header + 1, rows.size())
            .takeWhile(row -> !isPartOfColumnBefore(rows.get(row), column))
            .boxed()
            .flatMap(
                row ->
                    readRow(rows.get(row), column, section.path(), table.rowPages().get(row))
                        .stream())
            .toList();
    long broken = read.stream().filter(row -> !row.agrees()).count();
    return read.size() - broken < MIN_AGREEING_ROWS * Math.max(1, broken)
        ? Stream.empty()
        : read.stream().map(row -> RuleResult.forMessage(RULE, row.toResult()));
  }

  private static Optional<PartOfRow> readRow(
      List<String> cells, int column, String section, int page) {
    if (column >= cells.size()) {
      return Optional.empty();
    }
    BigDecimal whole = AmountParser.parseNumber(cells.get(column - 1).strip()).orElse(ZERO);
    BigDecimal part = AmountParser.parseNumber(cells.get(column).strip()).orElse(ZERO);
    if (whole.signum() <= 0 || part.signum() <= 0) {
      return Optional.empty();
    }
    String quote = String.join(" ", cells.stream().filter(c -> !c.isBlank()).toList());
    return Optional.of(new PartOfRow(new QuoteLocation(section, page, quote), part, whole));
  }
}
