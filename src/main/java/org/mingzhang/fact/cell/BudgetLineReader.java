package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.account.ChartOfAccounts;
import org.mingzhang.fact.perimeter.EntityLabel;
import org.mingzhang.model.Category;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fact;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableData;
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
  private static final Pattern AGENCY_LABEL = PATTERNS.get("agency-label");
  private static final Pattern TOTAL_LABEL = PATTERNS.get("budget-line-reader-total");
  private static final Pattern WHOLE_DEPARTMENT_FORM = PATTERNS.get("whole-form");
  private static final Pattern PROJECT_OR_POLICY_FORM = PATTERNS.get("part-form");
  private static final Pattern EXECUTION_RATE = PATTERNS.get("execution-rate");
  private static final Pattern PART_GROUP_LABEL = PATTERNS.get("part-group");
  private static final Pattern INDICATORS_TITLE = PATTERNS.get("indicators");
  private static final Pattern IDEOGRAPH = Pattern.compile("\\p{IsHan}");

  private static final int MAX_TEXT_LENGTH_ABOVE = 1500;

  private final PerformanceFormContext form;
  private final PerformanceFormGrid grid;
  private final List<Fact> facts = new ArrayList<>();

  private BudgetLineReader(PerformanceFormContext form, PerformanceFormGrid grid) {
    this.form = form;
    this.grid = grid;
  }

  /**
   * Reads the facts of the budget lines of all performance forms of a document; in sections where
   * the cells of forms were lost, from the lines of text.
   */
  static List<Fact> read(Disclosure disclosure, DimensionDefaults defaults) {
    List<Fact> facts = new ArrayList<>();
    for (Section section : disclosure.sections()) {
      List<Fact> ofCells = readSection(section, disclosure, defaults);
      facts.addAll(ofCells.isEmpty() ? BudgetLineTextReader.read(section, defaults) : ofCells);
    }
    return facts;
  }

  private static List<Fact> readSection(
      Section section, Disclosure disclosure, DimensionDefaults defaults) {
    boolean wholeForm = isFormOfWholeDepartment(section, disclosure.metadata().category());
    List<Fact> facts = new ArrayList<>();
    List<Integer> offsets = section.partOffsets();
    for (int i = 0; i < offsets.size(); i++) {
      if (section.body().get(i) instanceof Section.TablePart part
          && !part.grid().isRecognizedByOcr()) {
        PerformanceFormGrid grid = PerformanceFormGrid.build(section.path(), part, offsets.get(i));
        TableData table = part.table() < 0 ? null : disclosure.tables().get(part.table());
        int offset = offsets.get(i);
        Supplier<String> above = () -> readFormAbove(section, offset);
        List<Fact> listed = ProjectListReader.read(section, table, grid, above, defaults);
        facts.addAll(listed);
        String printed = table == null ? section.title() : disclosure.metadata().title();
        String title = printed == null ? "" : CompactText.compact(printed).text();
        if (listed.isEmpty()) {
          (table == null ? grid.splitForms(PROJECT_NAME_LABEL) : List.of(grid))
              .forEach(
                  form -> facts.addAll(readForm(title, wholeForm, table, form, above, defaults)));
        }
      }
    }
    return facts;
  }

  /** Reads one form below a title without white space. */
  private static List<Fact> readForm(
      String title,
      boolean isFormOfWholeDepartment,
      @Nullable TableData table,
      PerformanceFormGrid grid,
      Supplier<String> textAbove,
      DimensionDefaults defaults) {
    if (table != null && !hasBudgetLine(table, isFormOfWholeDepartment)) {
      return List.of();
    }
    String words = table == null && !grid.rows().isEmpty() ? title + grid.rowText(0) : title;
    boolean whole =
        table == null
            ? words.contains("整体") || !PROJECT_OR_POLICY_FORM.matcher(words).find()
            : isFormOfWholeDepartment;
    String project =
        findTextRightOf(grid, PROJECT_NAME_LABEL)
            .or(
                () ->
                    whole
                        ? Optional.empty()
                        : PerformanceFormContext.findProject(textAbove.get())
                            .or(
                                () ->
                                    PROJECT_IN_TITLE
                                        .matcher(title)
                                        .results()
                                        .map(m -> m.group("name"))
                                        .findFirst()))
            .orElse(null);
    String unit = table == null ? findUnit(grid, textAbove) : table.unit();
    return unit == null || (project == null && !whole)
        ? List.of()
        : read(grid, defaults, project, unit);
  }

  /**
   * The text of the form before an offset, without white space; only its last part if it is long.
   */
  private static String readFormAbove(Section section, int offset) {
    String text = section.text().substring(Math.max(0, offset - MAX_TEXT_LENGTH_ABOVE), offset);
    return INDICATORS_TITLE
        .splitAsStream(CompactText.compact(text).text() + "\n")
        .reduce("", (first, next) -> next);
  }

  private static boolean isFormOfWholeDepartment(Section section, @Nullable Category category) {
    String title = CompactText.compact(section.title()).text();
    return WHOLE_DEPARTMENT_FORM.matcher(title).find()
        || (category == Category.DEPARTMENT_SELF_EVALUATION && !title.contains("项目"));
  }

  /** Whether a data table is the part of a form with its money. */
  private static boolean hasBudgetLine(TableData table, boolean isFormOfWholeDepartment) {
    boolean money = DocumentTableFactReader.isMoneyOfPerformanceForm(table);
    boolean rate = table.header().stream().anyMatch(head -> EXECUTION_RATE.matcher(head).find());
    return (money || rate) && (isFormOfWholeDepartment ? rate : money);
  }

  /**
   * Reads the amounts of one form.
   *
   * @param project project that the form is about; null for the whole department
   */
  static List<Fact> read(
      PerformanceFormGrid grid, DimensionDefaults defaults, @Nullable String project, String unit) {
    EntityLabel label = findTextRightOf(grid, AGENCY_LABEL).map(EntityLabel::parse).orElse(null);
    TableEntity entity = TableEntity.determine(defaults, label, List.of());
    return new BudgetLineReader(new PerformanceFormContext(defaults, entity, project, unit), grid)
        .read();
  }

  /**
   * The unit above the indicators or, if there is none, above the form; null if none is printed.
   */
  private static @Nullable String findUnit(PerformanceFormGrid grid, Supplier<String> textAbove) {
    String words =
        grid.rowsAboveIndicators().stream()
            .flatMap(List::stream)
            .map(PerformanceFormGrid.Cell::text)
            .collect(Collectors.joining("\n"));
    return words.contains("万元")
        ? "万元"
        : PerformanceFormContext.findUnit(textAbove.get() + words).orElse(null);
  }

  /** The text of the first cell with text to the right of a label; empty if there is none. */
  private static Optional<String> findTextRightOf(PerformanceFormGrid grid, Pattern label) {
    Optional<PerformanceFormGrid.Cell> found =
        grid.rowsAboveIndicators().stream()
            .flatMap(List::stream)
            .filter(c -> label.matcher(c.text()).matches())
            .findFirst();
    // Some documents repeat the text of a merged cell in each of its columns.
    while (found.isPresent() && label.matcher(found.get().text()).matches()) {
      found = found.flatMap(grid::findCellRightOf);
    }
    return found.map(PerformanceFormGrid.Cell::text);
  }

  private List<Fact> read() {
    for (List<PerformanceFormGrid.Cell> row : grid.rowsAboveIndicators()) {
      for (PerformanceFormGrid.Cell cell : row) {
        PerformanceFormContext.readTime(cell.text())
            .ifPresent(time -> findAmount(cell).ifPresent(v -> addFacts(time, v, cell.row())));
      }
    }
    facts.addAll(BudgetLinePartReader.read(grid, form.defaults(), List.copyOf(facts)));
    return facts;
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
    String bare = PerformanceFormContext.stripSuffix(findWordsLeftOf(amount));
    return TOTAL_LABEL.matcher(bare).matches() || bare.equals(form.project());
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
   * Adds the fact of a total and, if it is below its label, the facts of the rows below it that
   * name a fund or, in a form without a project, a kind of expenditure. The rows end at the first
   * row, other than a group label, without a number in the column of the total; rows with other
   * names are skipped. A kind of expenditure below a fund may be part of that fund and gives no
   * fact, unless a row without an amount, such as 按支出性质分, is between them.
   */
  private void addFacts(
      PerformanceFormContext.AmountTime time, PerformanceFormGrid.Cell total, int labelRow) {
    form.readAmount(time, Fund.ALL, null, grid, total).ifPresent(facts::add);
    boolean belowFund = false;
    for (int r = total.row() + 1; total.row() > labelRow && r < grid.rows().size(); r++) {
      PerformanceFormGrid.Cell part = grid.rows().get(r).get(total.column());
      String name = LabelNormalizer.stripNumeralsUnitsAndFormulas(findWordsLeftOf(part));
      Fund fund = ChartOfAccounts.findFund(name).orElse(null);
      Account kind =
          form.project() == null ? form.defaults().findKindOfExpenditure(name).orElse(null) : null;
      if (PART_GROUP_LABEL.matcher(name).matches()) {
        belowFund = false;
      } else if (part.parseNumber().isEmpty()) {
        return;
      } else if (fund != null) {
        form.readAmount(time, fund, null, grid, part).ifPresent(facts::add);
        belowFund = true;
      } else if (kind != null && !belowFund) {
        form.readAmount(time, Fund.ALL, kind, grid, part).ifPresent(facts::add);
      }
    }
  }
}
