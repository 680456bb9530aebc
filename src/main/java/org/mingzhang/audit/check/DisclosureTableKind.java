package org.mingzhang.audit.check;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TableData;
import org.mingzhang.text.TsvResource;

/**
 * The tables of a final account (部门决算公开01–09表) and of a budget, with their names and the patterns
 * of their titles from {@code table-kinds.tsv}. The order of the constants matters: a title belongs
 * to the first kind whose pattern matches a part of it.
 */
public enum DisclosureTableKind {
  APPROPRIATION_TOTALS,
  REVENUE_AND_EXPENDITURE_TOTALS,
  BASIC_EXPENDITURE,
  GOVERNMENT_FUND,
  STATE_CAPITAL,
  THREE_PUBLIC,
  GENERAL_BUDGET_EXPENDITURE,
  INCOME,
  EXPENDITURE;

  private static final Pattern IGNORED_IN_TITLE = Pattern.compile("[\\s“”\"]");
  private static final Map<DisclosureTableKind, PrescribedTable> PRESCRIBED_TABLES = readTables();

  private record PrescribedTable(
      DisclosureTableKind kind,
      String label,
      Pattern titlePattern,
      @Nullable String fund,
      List<String> totalNames,
      int firstYear) {
    static PrescribedTable parse(List<String> row) {
      return new PrescribedTable(
          valueOf(row.get(0)),
          row.get(1),
          Pattern.compile(row.get(2)),
          row.get(3).isEmpty() ? null : row.get(3),
          TsvResource.splitList(row.get(4)),
          row.get(5).isEmpty() ? 0 : Integer.parseInt(row.get(5)));
    }
  }

  private static Map<DisclosureTableKind, PrescribedTable> readTables() {
    Map<DisclosureTableKind, PrescribedTable> tables =
        TsvResource.parseRows(
                DisclosureTableKind.class, "table-kinds.tsv", 6, PrescribedTable::parse)
            .stream()
            .collect(
                Collectors.toMap(
                    PrescribedTable::kind,
                    t -> t,
                    (a, b) -> {
                      throw new IllegalStateException("table-kinds.tsv: " + a.kind() + " twice");
                    },
                    () -> new EnumMap<>(DisclosureTableKind.class)));
    if (tables.size() < values().length) {
      throw new IllegalStateException("table-kinds.tsv: rows for " + tables.keySet() + " only");
    }
    return tables;
  }

  private PrescribedTable prescribedTable() {
    return Objects.requireNonNull(PRESCRIBED_TABLES.get(this));
  }

  /** The kind of a table by its title; empty if the title is not that of one of these tables. */
  public static Optional<DisclosureTableKind> find(TableData table) {
    return findByTitle(table.title());
  }

  /** The first kind whose title pattern occurs in a title; empty if none does. */
  public static Optional<DisclosureTableKind> findByTitle(String title) {
    String plain = IGNORED_IN_TITLE.matcher(title).replaceAll("");
    return Arrays.stream(values())
        .filter(k -> k.prescribedTable().titlePattern().matcher(plain).find())
        .findFirst();
  }

  /** The name of the table in the form of a final account. */
  public String label() {
    return prescribedTable().label();
  }

  /** The fund of a table that many agencies leave empty; null for other tables. */
  public @Nullable String fundThatMayBeEmpty() {
    return prescribedTable().fund();
  }

  /** Whether the final account of a year must have the table; true if the year is unknown. */
  public boolean isRequiredIn(@Nullable Integer year) {
    return year == null || year >= prescribedTable().firstYear();
  }

  /**
   * The names of the table's total in sentences; empty if the table may be empty without an
   * explanation.
   */
  public List<String> totalNames() {
    return prescribedTable().totalNames();
  }
}
