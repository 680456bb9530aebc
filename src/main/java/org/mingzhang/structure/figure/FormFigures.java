package org.mingzhang.structure.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Figure;
import org.mingzhang.model.Section;
import org.mingzhang.model.TableBlock;
import org.mingzhang.text.Amounts;
import org.mingzhang.text.CompactText;

/**
 * Reads the budget line of a performance form: 年初预算数, 全年预算数 and 执行数 of the project or of the
 * department, each beside or above its amount.
 */
final class FormFigures {
  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:其中:?)?(年初预算数?|全年预算数?|调整后?预算数?|预算数|全年执行数?|执行数|(?:一般公共预算)(?:财政)?(?:拨款)?|基本支出|项目支出)(?:总额|金额)?(?:\\([A-Z万元]+\\))?:?(?<inline>\\d[\\d,.]*)?$");
  private static final Pattern PROJECT = Pattern.compile("^项目(?:支出)?名称:?$");

  private final FigureContext context;
  private final List<List<String>> rows;
  private final Section.TablePart part;
  private final @Nullable String project;
  private final boolean whole;
  private final Optional<String> printed;

  FormFigures(FigureContext context, Section.TablePart part) {
    this.context = context;
    this.part = part;
    this.rows = compact(part.grid());
    this.printed = unit(rows);
    String named = rightOf(PROJECT);
    this.project = named == null ? context.project() : named;
    this.whole = named == null && !isProjectForm();
  }

  private static List<List<String>> compact(TableBlock grid) {
    return grid.grid().stream()
        .map(row -> row.stream().map(c -> CompactText.of(c).text()).toList())
        .toList();
  }

  private boolean isProjectForm() {
    String head =
        context.section().title() + String.join("", rows.isEmpty() ? List.of() : rows.getFirst());
    return head.contains("项目") && !head.contains("整体");
  }

  /**
   * The figures, in reading order; none where the form does not say its unit and none of its
   * amounts tells it.
   *
   * @param stated amounts that the document's sentences state in 万元, as printed
   */
  List<Figure> read(Set<String> stated) {
    List<Figure> figures = new ArrayList<>();
    for (int r = 0; r < rows.size() && !isIndicatorHead(rows.get(r)); r++) {
      for (int c = 0; c < rows.get(r).size(); c++) {
        Matcher label = LABEL.matcher(rows.get(r).get(c));
        if (label.matches()) {
          add(label, r, c, figures);
        }
      }
    }
    boolean known =
        printed.isPresent()
            || figures.stream()
                .map(Figure::value)
                .anyMatch(v -> v.contains(".") && stated.contains(v));
    return known ? figures : List.of();
  }

  /** The unit of the budget line: targets further down may be of another. */
  private static Optional<String> unit(List<List<String>> rows) {
    List<List<String>> above = rows.stream().takeWhile(r -> !isIndicatorHead(r)).toList();
    return unitOf(above).or(() -> unitOf(rows));
  }

  private static Optional<String> unitOf(List<List<String>> rows) {
    List<String> cells = rows.stream().flatMap(List::stream).toList();
    if (cells.stream().anyMatch(c -> c.contains("万元"))) {
      return Optional.of("万元");
    }
    boolean yuan = cells.stream().anyMatch(c -> c.contains("(元)") || c.contains("单位:元"));
    return yuan ? Optional.of("元") : Optional.empty();
  }

  private static boolean isIndicatorHead(List<String> row) {
    return row.stream().anyMatch(c -> c.equals("一级指标") || c.equals("三级指标"));
  }

  private void add(Matcher label, int row, int column, List<Figure> figures) {
    Optional<BigDecimal> value = value(label.group("inline"), row, column);
    if (value.isEmpty()) {
      return;
    }
    String name = name(label.group(1));
    figures.add(
        new Figure(
            context.section().path(),
            name,
            name.startsWith("项目") && !name.equals("项目支出") ? project : null,
            null,
            value.get().toPlainString(),
            printed.orElse("万元"),
            context.year(),
            String.join(" ", rows.get(row).stream().filter(c -> !c.isEmpty()).toList()),
            part.rowPages().get(row),
            true));
  }

  private Optional<BigDecimal> value(@Nullable String inline, int row, int column) {
    if (inline != null) {
      return Amounts.number(inline);
    }
    List<String> cells = rows.get(row);
    for (int c = column + 1; c < cells.size(); c++) {
      if (!cells.get(c).isEmpty()) {
        Optional<BigDecimal> beside = Amounts.number(cells.get(c));
        return beside.isPresent() || row + 1 >= rows.size()
            ? beside
            : Amounts.number(rows.get(row + 1).get(column));
      }
    }
    return row + 1 < rows.size() ? Amounts.number(rows.get(row + 1).get(column)) : Optional.empty();
  }

  private String name(String label) {
    if (label.endsWith("支出")) {
      return label;
    }
    if (label.startsWith("一般公共预算")) {
      return "一般公共预算财政拨款";
    }
    String full = label.endsWith("数") ? label : label + "数";
    return whole ? "部门整体支出" + full : "项目" + full.replace("全年执行数", "执行数");
  }

  private @Nullable String rightOf(Pattern label) {
    for (List<String> row : rows) {
      for (int c = 0; c + 1 < row.size(); c++) {
        if (label.matcher(row.get(c)).matches()) {
          return row.subList(c + 1, row.size()).stream()
              .filter(v -> !v.isEmpty())
              .findFirst()
              .orElse(null);
        }
      }
    }
    return null;
  }
}
