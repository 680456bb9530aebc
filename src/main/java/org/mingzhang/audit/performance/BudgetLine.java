package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.audit.check.PrintedNumbers;
import org.mingzhang.audit.check.StatedRate;
import org.mingzhang.model.Finding.QuoteLocation;
import org.mingzhang.model.Section;
import org.mingzhang.text.AmountParser;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * The budget line of a self-evaluation: a row of its grid or, if the grid was lost in extraction, a
 * line of numbers below the same number of column titles.
 *
 * @param budget the adjusted budget or, if the form has no column for it, the budget
 * @param rate the rate as printed, without its percent sign
 * @param points maximum points for the rate; null if the form does not state them
 * @param score points given; null if the form does not state them
 */
record BudgetLine(
    QuoteLocation location,
    BigDecimal budget,
    BigDecimal result,
    BigDecimal rate,
    @Nullable BigDecimal points,
    @Nullable BigDecimal score) {
  private static final Pattern POINTS_IN_HEADER = Pattern.compile("(\\d+(?:\\.\\d+)?)分");
  private static final Pattern LINE_OF_NUMBERS =
      Pattern.compile("^(?:[\\p{IsHan}：:]{2,12}\\s+)?\\d[\\d,.]*%?(?:\\s+\\d[\\d,.]*%?){3,6}$");
  private static final PatternTable PATTERNS = PatternTable.readForPackageOf(BudgetLine.class);
  private static final Pattern COLUMN_TITLE = PATTERNS.get("column-title");

  private static final Pattern FIRST_COLUMN_TITLE = PATTERNS.get("first-column-title");

  private static final Pattern ADJUSTED_BUDGET_TITLE = PATTERNS.get("adjusted-budget");
  private static final Pattern BUDGET_TITLE = PATTERNS.get("budget");
  private static final Pattern RESULT_TITLE = PATTERNS.get("result");
  private static final Pattern RATE_TITLE = PATTERNS.get("rate");
  private static final Pattern SCORE_TITLE = PATTERNS.get("score");

  private static final int MAX_TITLE_LINES = 12;

  StatedRate statedRate() {
    return new StatedRate(rate, result, budget);
  }

  /**
   * The score minus the score that follows from the points and the two amounts; negative if the
   * score is too low, 0 if it cannot be computed.
   */
  BigDecimal scoreMinusExpected() {
    BigDecimal all = points;
    if (all == null || score == null || budget.signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal right =
        all.multiply(PrintedNumbers.computePercentage(result, budget)).movePointLeft(2).min(all);
    return score.subtract(right.setScale(2, RoundingMode.HALF_UP));
  }

  /** The budget lines in the grids that are not data tables, followed by those in lines of text. */
  static List<BudgetLine> findAll(AuditedDocument document) {
    List<BudgetLine> lines = new ArrayList<>();
    for (PerformanceForm form : PerformanceForm.findAll(document)) {
      for (int row = 0; row + 1 < form.rows().size(); row++) {
        lines.addAll(readRow(form, row));
      }
    }
    document.sections().forEach(s -> addTextLines(s, lines));
    return lines;
  }

  /**
   * The budget lines with points in grids that were read as data tables, because all their rows are
   * amounts. The rates of such lines are checked as rates of the table.
   */
  static List<BudgetLine> findInTables(AuditedDocument document) {
    return document.computeOnce(BudgetLinesInTables.class, BudgetLinesInTables::find).lines();
  }

  /** The only budget line in data tables of a section; null if there is none or several. */
  static @Nullable BudgetLine findInTables(AuditedDocument document, String section) {
    List<BudgetLine> lines =
        document
            .computeOnce(BudgetLinesInTables.class, BudgetLinesInTables::find)
            .bySection()
            .getOrDefault(section, List.of());
    return lines.size() == 1 ? lines.getFirst() : null;
  }

  /** The budget lines of a document in grids that were read as data tables. */
  private record BudgetLinesInTables(
      List<BudgetLine> lines, Map<String, List<BudgetLine>> bySection) {
    static BudgetLinesInTables find(AuditedDocument document) {
      List<BudgetLine> lines =
          PerformanceForm.findDataTables(document).stream()
              .filter(form -> !form.rows().isEmpty())
              .filter(form -> form.rows().getFirst().stream().anyMatch(c -> c.contains("执行率")))
              .flatMap(form -> readRow(form, 0).stream().limit(1))
              .filter(line -> line.points() != null && line.score() != null)
              .toList();
      return new BudgetLinesInTables(
          lines,
          lines.stream().collect(Collectors.groupingBy(line -> line.location().sectionPath())));
    }
  }

  /**
   * Reads the budget line whose column titles are in a row. Its numbers are in the cells beside the
   * titles or in the row below; in the latter case the rows of the sources of funding follow. Empty
   * if a title or one of the three numbers is missing.
   */
  static List<BudgetLine> readRow(PerformanceForm form, int row) {
    int budget = form.findColumn(row, ADJUSTED_BUDGET_TITLE);
    budget = budget < 0 ? form.findColumn(row, BUDGET_TITLE) : budget;
    int result = form.findColumn(row, RESULT_TITLE);
    int rate = form.findColumn(row, RATE_TITLE);
    if (budget < 0 || result < 0 || rate < 0) {
      return List.of();
    }
    boolean beside =
        form.findNumber(row, budget + 1).isPresent() && form.findNumber(row, rate + 1).isPresent();
    int at = beside ? row : row + 1;
    int step = beside ? 1 : 0;
    Optional<BigDecimal> planned = form.findNumber(at, budget + step);
    Optional<BigDecimal> spent = form.findNumber(at, result + step);
    Optional<BigDecimal> printed = form.findNumber(at, rate + step);
    if (planned.isEmpty() || spent.isEmpty() || printed.isEmpty()) {
      return List.of();
    }
    int weight = form.findColumn(row, PerformanceForm.WEIGHT_HEADER);
    int score = form.findColumn(row, SCORE_TITLE);
    BigDecimal points =
        weight >= 0
            ? form.findNumber(at, weight + step).orElse(null)
            : score < 0 ? null : parsePoints(form.rows().get(row).get(score));
    BigDecimal earned = score < 0 ? null : form.findNumber(at, score + step).orElse(null);
    List<BudgetLine> lines = new ArrayList<>();
    lines.add(
        new BudgetLine(
            form.location(at), planned.get(), spent.get(), printed.get(), points, earned));
    if (!beside) {
      addSourceRows(form, at, budget, result, rate, lines);
    }
    return lines;
  }

  /** Adds the rows of the sources of funding, each of which has a rate but no points. */
  private static void addSourceRows(
      PerformanceForm form,
      int lineRow,
      int budgetColumn,
      int resultColumn,
      int rateColumn,
      List<BudgetLine> lines) {
    for (int row = lineRow + 1; row < form.rows().size(); row++) {
      Optional<BigDecimal> planned = form.findNumber(row, budgetColumn);
      Optional<BigDecimal> spent = form.findNumber(row, resultColumn);
      boolean percent = form.rows().get(row).get(rateColumn).endsWith("%");
      if (planned.isEmpty() || spent.isEmpty() || !percent) {
        return;
      }
      BigDecimal printed = form.findNumber(row, rateColumn).orElse(BigDecimal.ZERO);
      if (planned.get().signum() > 0) {
        lines.add(
            new BudgetLine(form.location(row), planned.get(), spent.get(), printed, null, null));
      }
    }
  }

  /**
   * Parses the maximum points in a column title such as {@code 得分(20分*执行率)}; null for other titles.
   */
  private static @Nullable BigDecimal parsePoints(String head) {
    Matcher printed = POINTS_IN_HEADER.matcher(head);
    return head.contains("执行率") && printed.find() ? new BigDecimal(printed.group(1)) : null;
  }

  /** Adds lines of numbers in a text below the column titles of the form. */
  private static void addTextLines(Section section, List<BudgetLine> lines) {
    List<Section.Part> body = section.body();
    for (int i = 1; i < body.size(); i++) {
      if (body.get(i) instanceof Section.Paragraph line
          && LINE_OF_NUMBERS.matcher(line.text().strip()).matches()) {
        readTextLine(section, line, columnTitles(body, i)).ifPresent(lines::add);
      }
    }
  }

  /**
   * The column titles above a line of numbers, joined: at most {@link #MAX_TITLE_LINES} paragraphs,
   * up to a table or a paragraph with 。 or a decimal number.
   */
  private static String columnTitles(List<Section.Part> body, int partIndex) {
    StringBuilder head = new StringBuilder();
    for (int i = partIndex - 1; i >= Math.max(0, partIndex - MAX_TITLE_LINES); i--) {
      if (!(body.get(i) instanceof Section.Paragraph above)
          || above.text().matches("(?s).*(?:。|\\d\\.\\d).*")) {
        break;
      }
      head.insert(0, CompactText.compact(above.text()).text());
    }
    return head.toString();
  }

  /**
   * Reads a line of numbers below column titles. Empty unless there are as many titles as numbers,
   * and only the number of the rate has a percent sign.
   */
  private static Optional<BudgetLine> readTextLine(
      Section section, Section.Paragraph line, String head) {
    String headers = head.replaceAll("\\([^()]*\\)", "");
    List<String> numbers =
        List.of(line.text().strip().replaceFirst("^[^\\d]+", "").split("\\s+", -1));
    @Nullable BigDecimal[] values = new BigDecimal[7];
    Matcher first = FIRST_COLUMN_TITLE.matcher(headers);
    Matcher column =
        COLUMN_TITLE.matcher(first.find() ? headers.substring(first.start()) : headers);
    int count = 0;
    while (column.find()) {
      int kind = indexOfMatchedGroup(column);
      if (count < numbers.size() && values[kind] == null) {
        boolean percent = numbers.get(count).endsWith("%");
        values[kind] = AmountParser.parseNumber(numbers.get(count).replace("%", "")).orElse(null);
        if (values[kind] == null || percent != (kind == 4)) {
          return Optional.empty();
        }
      }
      count++;
    }
    BigDecimal budget = values[2];
    BigDecimal result = values[3];
    BigDecimal rate = values[4];
    if (count != numbers.size() || budget == null || result == null || rate == null) {
      return Optional.empty();
    }
    BigDecimal points = values[5] == null ? parsePoints(head) : values[5];
    QuoteLocation quoteLocation =
        new QuoteLocation(section.path(), line.page(), line.text().strip());
    return Optional.of(new BudgetLine(quoteLocation, budget, result, rate, points, values[6]));
  }

  private static int indexOfMatchedGroup(Matcher column) {
    return IntStream.rangeClosed(1, column.groupCount())
        .filter(kind -> column.group(kind) != null)
        .findFirst()
        .orElse(0);
  }
}
