package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.AccountName;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.text.AmountFinder;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * Reads the budget line of a performance form whose cells were lost, so that its words are lines of
 * text before the indicators. Only forms in 万元 are read. The row of the total has its amounts in
 * the order of the columns named before it: {@code 预算数（A） 执行数（B） 执行率（B/A） 部门整体支出总额 360.05 465.38
 * 129.25%}.
 */
final class BudgetLineTextReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(BudgetLineTextReader.class);
  private static final Pattern FORM_TITLE = PATTERNS.get("form");
  private static final Pattern PROJECT_IN_TITLE = PATTERNS.get("titled");
  private static final Pattern PROJECT_NAME_LABEL =
      PATTERNS.get("ungridded-budget-line-reader-project");
  private static final Pattern START_OF_INDICATORS = PATTERNS.get("indicators");
  private static final String NUMBER = "(\\d[\\d,]*(?:\\.\\d+)?)";
  private static final Pattern COLUMN = PATTERNS.get("column");
  private static final Pattern TOTAL_ROW = PATTERNS.get("row");
  private static final Pattern AMOUNT = Pattern.compile(NUMBER);
  private static final Pattern KIND_WITH_AMOUNT = PATTERNS.get("part");

  private final DimensionDefaults defaults;
  private final Section section;
  private final CompactText compact;
  private final @Nullable String project;
  private final List<Fact> facts = new ArrayList<>();

  private BudgetLineTextReader(DimensionDefaults dimensionDefaults, Section section) {
    this.defaults = dimensionDefaults;
    this.section = section;
    this.compact = CompactText.compact(section.text());
    String title = CompactText.compact(section.title()).text();
    this.project = title.contains("整体") ? null : findProject(title, compact.text());
  }

  /** The project that the form or its title names, or null. */
  private static @Nullable String findProject(String title, String formText) {
    Matcher named = PROJECT_NAME_LABEL.matcher(formText);
    Matcher titled = PROJECT_IN_TITLE.matcher(title);
    return named.find() ? named.group("name") : titled.find() ? titled.group("name") : null;
  }

  /** Reads the facts of the budget lines of all performance forms whose cells were lost. */
  static List<Fact> read(Disclosure disclosure, DimensionDefaults dimensionDefaults) {
    return disclosure.sections().stream()
        .filter(s -> !s.body().isEmpty() && s.body().getFirst() instanceof Section.Paragraph)
        .filter(s -> FORM_TITLE.matcher(CompactText.compact(s.title()).text()).find())
        .flatMap(s -> new BudgetLineTextReader(dimensionDefaults, s).read().stream())
        .toList();
  }

  private List<Fact> read() {
    boolean whole = CompactText.compact(section.title()).text().contains("整体");
    if (!whole && project == null) {
      return List.of();
    }
    String text = compact.text();
    Matcher end = START_OF_INDICATORS.matcher(text);
    String head = end.find() ? text.substring(0, end.start()) : project == null ? "" : text;
    Matcher row = TOTAL_ROW.matcher(head);
    if (!head.contains("万元") || !row.find()) {
      return List.of();
    }
    List<String> columns = readColumns(head.substring(0, row.start()));
    List<MatchResult> amounts =
        AMOUNT.matcher(head).region(row.start("amounts"), row.end("amounts")).results().toList();
    for (int i = 0; i < columns.size() && amounts.size() == columns.size(); i++) {
      Stage stage = ChartOfAccounts.findStage(columns.get(i)).orElse(null);
      Account account =
          stage == null ? null : defaults.roles().findBudgetLineAccount(stage).orElse(null);
      addFact(account, stage, amounts.get(i).start(1), amounts.get(i).end(1));
    }
    if (project == null) {
      addParts(head, List.copyOf(facts));
    }
    return facts;
  }

  /**
   * The columns of amounts named before the row; if columns are named twice, those of the last
   * list.
   */
  private static List<String> readColumns(String textBeforeTotalRow) {
    List<String> columns = new ArrayList<>();
    Matcher column = COLUMN.matcher(textBeforeTotalRow);
    while (column.find()) {
      if (column.group("other") == null) {
        if (columns.contains(column.group())) {
          columns.clear();
        }
        columns.add(column.group());
      }
    }
    return columns;
  }

  /**
   * Adds 基本支出总额 and 项目支出总额 as parts of the only amount that they add up to; nothing if there is no
   * such amount or several.
   */
  private void addParts(String formHead, List<Fact> totalFacts) {
    List<MatchResult> parts =
        KIND_WITH_AMOUNT.matcher(formHead).results().filter(p -> findAccount(p) != null).toList();
    BigDecimal sum =
        parts.stream()
            .map(p -> new BigDecimal(p.group("amount").replace(",", "")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    List<Fact> same =
        totalFacts.stream()
            .filter(
                w -> w.value().compareTo(sum.scaleByPowerOfTen(AmountFinder.powerOfTen("万元"))) == 0)
            .toList();
    if (!parts.isEmpty() && same.size() == 1) {
      parts.forEach(
          p ->
              addFact(
                  findAccount(p),
                  same.getFirst().context().stage(),
                  p.start("amount"),
                  p.end("amount")));
    }
  }

  private @Nullable Account findAccount(MatchResult part) {
    return defaults.chart().find(part.group("name")).map(AccountName::account).orElse(null);
  }

  private void addFact(@Nullable Account account, @Nullable Stage stage, int from, int to) {
    if (account == null || stage == null) {
      return;
    }
    String printed = compact.text().substring(from, to);
    int start = compact.originalIndex(from);
    FactContext context =
        FactContext.wholeYear(
            project,
            null,
            stage,
            Fund.ALL,
            defaults.perimeter(),
            defaults.entity(),
            defaults.year());
    facts.add(
        Fact.amount(
            account.name(),
            context,
            new BigDecimal(printed.replace(",", ""))
                .scaleByPowerOfTen(AmountFinder.powerOfTen("万元")),
            printed,
            "万元",
            new FactLocation(
                section.path(),
                section.pageAt(start),
                start,
                compact.originalIndex(to - 1) + 1,
                account.name() + " " + stage.label() + " " + printed,
                null)));
  }
}
