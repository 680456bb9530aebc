package org.mingzhang.audit.performance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mingzhang.audit.check.AuditedDocument;
import org.mingzhang.model.Finding.Place;
import org.mingzhang.model.Indicator;
import org.mingzhang.model.Section;
import org.mingzhang.text.Amounts;
import org.mingzhang.text.CompactText;

/**
 * The grid of a performance form as compact text.
 *
 * @param rows cells, covered places empty
 * @param pages 1-based page of each row
 */
record CompactForm(String section, List<List<String>> rows, List<Integer> pages) {
  static final String INDICATORS = "三级指标.*";

  /** The forms of a document: grids that are not data tables. */
  static List<CompactForm> of(AuditedDocument reading) {
    return reading.derived(All.class, All::of).forms();
  }

  private record All(List<CompactForm> forms, Map<String, Long> withIndicators) {
    private static All of(AuditedDocument reading) {
      List<CompactForm> forms = grids(reading, table -> table.table() < 0);
      return new All(
          forms,
          forms.stream()
              .filter(f -> f.rows.stream().anyMatch(r -> column(r, INDICATORS) >= 0))
              .collect(Collectors.groupingBy(CompactForm::section, Collectors.counting())));
    }
  }

  /** The rows of this form: where a section has several, those of the project that it names. */
  List<Indicator> indicators(AuditedDocument reading) {
    List<Indicator> all = reading.indicators(section);
    boolean alone =
        reading.derived(All.class, All::of).withIndicators().getOrDefault(section, 0L) < 2;
    return alone ? all : all.stream().filter(this::isOfThis).toList();
  }

  private boolean isOfThis(Indicator indicator) {
    String project = indicator.project();
    String named = project == null ? "" : CompactText.of(project).text();
    return !named.isEmpty() && rows.stream().anyMatch(r -> r.contains(named));
  }

  /** All grids: a form that is mostly amounts is read as a data table as well. */
  static List<CompactForm> withTables(AuditedDocument reading) {
    return grids(reading, table -> true);
  }

  private static List<CompactForm> grids(
      AuditedDocument reading, Predicate<Section.TablePart> wanted) {
    List<CompactForm> forms = new ArrayList<>();
    for (Section section : reading.sections()) {
      for (Section.Part part : section.body()) {
        if (part instanceof Section.TablePart table
            && !table.grid().recognised()
            && wanted.test(table)) {
          List<List<String>> rows =
              table.grid().grid().stream()
                  .map(r -> r.stream().map(c -> CompactText.of(c).text()).toList())
                  .toList();
          forms.add(new CompactForm(section.path(), rows, table.rowPages()));
        }
      }
    }
    return forms;
  }

  Optional<BigDecimal> number(int row, int column) {
    return Amounts.number(rows.get(row).get(column).replaceFirst("%$", ""));
  }

  int column(int row, String pattern) {
    return column(rows.get(row), pattern);
  }

  private static int column(List<String> cells, String pattern) {
    return IntStream.range(0, cells.size())
        .filter(c -> cells.get(c).matches(pattern))
        .findFirst()
        .orElse(-1);
  }

  Place place(int row) {
    String quote = String.join(" ", rows.get(row).stream().filter(c -> !c.isEmpty()).toList());
    return new Place(section, pages.get(row), quote);
  }
}
