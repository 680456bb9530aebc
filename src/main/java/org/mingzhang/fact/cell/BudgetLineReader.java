package org.mingzhang.fact.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.fact.perimeter.EntityLabel;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.model.TableData;
import org.mingzhang.text.AmountFinder;
import org.mingzhang.text.CompactText;
import org.mingzhang.text.PatternTable;

/**
 * Reads the budget line of performance forms: 年初预算数, 全年预算数 and 执行数 of a department or a project,
 * each next to or above its amount, and the rows below it that name a fund: 其中：一般公共预算. A form
 * without a printed unit gives no facts. A budget line that is a data table of its own is read if
 * its section is the form of a whole department, or its document evaluates one and the title names
 * no projects.
 */
final class BudgetLineReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(BudgetLineReader.class);
  private static final Pattern PROJECT_NAME_LABEL = PATTERNS.get("budget-line-reader-project");
  private static final Pattern PROJECT_IN_TITLE = PATTERNS.get("projects");
  private static final Pattern AGENCY_NAME_LABEL = PATTERNS.get("owner");
  private static final Pattern TOTAL = PATTERNS.get("budget-line-reader-total");
  private static final Pattern WHOLE_FORM = PATTERNS.get("whole-form");
  private static final Pattern EXECUTION_RATE = PATTERNS.get("execution-rate");
  private static final Pattern PART_GROUP_LABEL = PATTERNS.get("part-group");
  private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsHan}");
  private static final Pattern LABEL_SUFFIX =
      Pattern.compile("(?:\\((?:[A-Z/*%]+|万?元|\\d+分.*)\\)|:)+$");

  private final DimensionDefaults defaults;
  private final PerformanceFormGrid grid;
  private final String unit;
  private final @Nullable String project;
  private final TableEntity entity;
  private final List<Fact> facts = new ArrayList<>();

  private BudgetLineReader(
      DimensionDefaults dimensionDefaults,
      PerformanceFormGrid grid,
      String unit,
      @Nullable String project) {
    this.defaults = dimensionDefaults;
    this.entity =
        TableEntity.determine(
            dimensionDefaults,
            findTextRightOf(grid, AGENCY_NAME_LABEL).map(EntityLabel::parse).orElse(null),
            List.of());
    this.grid = grid;
    this.unit = unit;
    this.project = project;
  }

  /** Reads the facts of the budget lines of all performance forms of a document. */
  static List<Fact> read(Disclosure disclosure, DimensionDefaults dimensionDefaults) {
    List<Fact> facts = new ArrayList<>();
    for (Section section : disclosure.sections()) {
      List<Integer> offsets = section.partOffsets();
      for (int i = 0; i < offsets.size(); i++) {
        if (section.body().get(i) instanceof Section.TablePart table
            && !table.grid().recognized()) {
          PerformanceFormGrid grid =
              PerformanceFormGrid.build(section.path(), table, offsets.get(i));
          if (table.table() >= 0) {
            facts.addAll(
                readDataTable(disclosure, section, table.table(), grid, dimensionDefaults));
          } else {
            grid.splitForms(PROJECT_NAME_LABEL)
                .forEach(form -> facts.addAll(readForm(section, form, dimensionDefaults)));
          }
        }
      }
    }
    return facts;
  }

  private static List<Fact> readForm(
      Section section, PerformanceFormGrid grid, DimensionDefaults dimensionDefaults) {
    String unit = findUnit(grid);
    String title = section.title() + (grid.rows().isEmpty() ? "" : grid.rowText(0));
    boolean whole = title.contains("整体") || !title.contains("项目");
    String project =
        findTextRightOf(grid, PROJECT_NAME_LABEL)
            .orElse(whole ? null : findProjects(section.title()).orElse(null));
    return unit == null || (project == null && !whole)
        ? List.of()
        : new BudgetLineReader(dimensionDefaults, grid, unit, project).read();
  }

  private static List<Fact> readDataTable(
      Disclosure disclosure,
      Section section,
      int tableIndex,
      PerformanceFormGrid grid,
      DimensionDefaults dimensionDefaults) {
    TableData table = disclosure.tables().get(tableIndex);
    String unit = table.unit();
    String title = CompactText.compact(section.title()).text();
    boolean evaluatesWhole =
        disclosure.metadata().category() == Category.DEPARTMENT_SELF_EVALUATION
            && !title.contains("项目");
    return unit != null
            && (evaluatesWhole || WHOLE_FORM.matcher(title).find())
            && table.header().stream().anyMatch(head -> EXECUTION_RATE.matcher(head).find())
        ? new BudgetLineReader(dimensionDefaults, grid, unit, null).read()
        : List.of();
  }

  /** The projects that a title names, for a form that names none: 特定目标类部门预算项目绩效目标自评. */
  private static Optional<String> findProjects(String title) {
    Matcher named = PROJECT_IN_TITLE.matcher(title);
    return named.find() ? Optional.of(named.group("name")) : Optional.empty();
  }

  /** The unit printed above the indicators, 万元 or 元; null if there is none. */
  private static @Nullable String findUnit(PerformanceFormGrid grid) {
    List<String> words =
        grid.rowsAboveIndicators().stream()
            .flatMap(List::stream)
            .map(PerformanceFormGrid.Cell::text)
            .toList();
    if (words.stream().anyMatch(w -> w.contains("万元"))) {
      return "万元";
    }
    return words.stream().anyMatch(w -> w.contains("(元)") || w.contains("单位:元")) ? "元" : null;
  }

  /** The text of the first cell with text to the right of a label; empty if there is none. */
  private static Optional<String> findTextRightOf(PerformanceFormGrid grid, Pattern label) {
    Optional<PerformanceFormGrid.Cell> found =
        grid.rowsAboveIndicators().stream()
            .flatMap(List::stream)
            .filter(c -> label.matcher(c.text()).matches())
            .findFirst();
    // copies repeat the text of a merged cell in each of its columns
    while (found.isPresent() && label.matcher(found.get().text()).matches()) {
      found = found.flatMap(grid::findCellRightOf);
    }
    return found.map(PerformanceFormGrid.Cell::text);
  }

  private List<Fact> read() {
    for (List<PerformanceFormGrid.Cell> row : grid.rowsAboveIndicators()) {
      for (PerformanceFormGrid.Cell cell : row) {
        Stage stage = stageOf(cell.text());
        if (stage != null) {
          findAmount(cell).ifPresent(v -> addFacts(stage, v, cell.row()));
        }
      }
    }
    facts.addAll(BudgetLinePartReader.read(grid, defaults, List.copyOf(facts)));
    return facts;
  }

  private static @Nullable Stage stageOf(String text) {
    String bare = LABEL_SUFFIX.matcher(text).replaceFirst("");
    return bare.endsWith("数") || bare.endsWith("金额") || bare.endsWith("预算")
        ? ChartOfAccounts.findStage(bare).orElse(null)
        : null;
  }

  /**
   * The amount to the right of a label or, if there is none, the first text in the two rows below
   * it, if that is an amount of the total.
   */
  private Optional<PerformanceFormGrid.Cell> findAmount(PerformanceFormGrid.Cell label) {
    Optional<PerformanceFormGrid.Cell> neighbor = grid.findCellRightOf(label);
    if (neighbor.isPresent() && neighbor.get().parseNumber().isPresent()) {
      return neighbor;
    }
    for (int r = label.row() + 1; r < Math.min(label.row() + 3, grid.rows().size()); r++) {
      PerformanceFormGrid.Cell below = grid.rows().get(r).get(label.column());
      if (!below.text().isEmpty()) {
        return below.parseNumber().isPresent() && isInTotalRow(below)
            ? Optional.of(below)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /**
   * Whether there are no words left of an amount, or they are the label of the total or the name of
   * the project.
   */
  private boolean isInTotalRow(PerformanceFormGrid.Cell amount) {
    String bare = LABEL_SUFFIX.matcher(findWordsLeftOf(amount)).replaceFirst("");
    return TOTAL.matcher(bare).matches() || (project != null && bare.equals(project));
  }

  /** The nearest words to the left of a cell; empty if there are none. */
  private String findWordsLeftOf(PerformanceFormGrid.Cell amount) {
    return grid.rows().get(amount.row()).subList(0, amount.column()).reversed().stream()
        .map(PerformanceFormGrid.Cell::text)
        .filter(text -> IDEOGRAPH.matcher(text).find())
        .findFirst()
        .orElse("");
  }

  /**
   * Adds the fact of a total and, if it is below its label, those of the rows below it that name a
   * fund or a kind of expenditure, up to the first row with other text. A kind of expenditure below
   * a fund may be part of that fund and gives no fact, unless a row without an amount, such as
   * 按支出性质分, is between them.
   */
  private void addFacts(Stage stage, PerformanceFormGrid.Cell total, int labelRow) {
    addFact(stage, Fund.ALL, null, total);
    boolean belowFund = false;
    for (int r = total.row() + 1; total.row() > labelRow && r < grid.rows().size(); r++) {
      PerformanceFormGrid.Cell part = grid.rows().get(r).get(total.column());
      String name = LabelNormalizer.stripNumeralsUnitsAndFormulas(findWordsLeftOf(part));
      Fund fund = ChartOfAccounts.findFund(name).orElse(null);
      Account kind = project == null ? defaults.findKindOfExpenditure(name).orElse(null) : null;
      if (PART_GROUP_LABEL.matcher(name).matches()) {
        belowFund = false;
      } else if (part.parseNumber().isEmpty()) {
        return;
      } else if (fund != null) {
        addFact(stage, fund, null, part);
        belowFund = true;
      } else if (kind != null && !belowFund) {
        addFact(stage, Fund.ALL, kind, part);
      }
    }
  }

  /**
   * Adds the fact of an amount.
   *
   * @param kind the kind of expenditure that the row names; null for the budget or the result
   */
  private void addFact(
      Stage stage, Fund fund, @Nullable Account kind, PerformanceFormGrid.Cell cell) {
    Account account =
        kind == null ? defaults.roles().findBudgetLineAccount(stage).orElse(null) : kind;
    BigDecimal value = cell.parseNumber().orElse(null);
    if (account == null || value == null) {
      return;
    }
    FactContext context =
        FactContext.wholeYear(
            project, null, stage, fund, entity.perimeter(), entity.entity(), defaults.year());
    facts.add(
        Fact.amount(
            account.name(),
            context,
            value.scaleByPowerOfTen(AmountFinder.powerOfTen(unit)),
            cell.text(),
            unit,
            grid.location(cell)));
  }
}
