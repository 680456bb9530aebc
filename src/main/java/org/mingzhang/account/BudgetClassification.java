package org.mingzhang.account;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.text.TsvResource;

/**
 * A classification of the Ministry of Finance (政府收支分类科目): functional (类 of three digits, 款 of five,
 * 项 of seven digits), or economic (类 of three digits, 款 of five). A code has one name in any year;
 * former names are kept with the years in which they were valid. Not complete: a code that is
 * missing may exist. Immutable.
 */
public final class BudgetClassification {
  private static final String EXPENDITURE = "支出";
  private static final BudgetClassification FUNCTIONAL = new BudgetClassification("functional.tsv");
  private static final BudgetClassification ECONOMIC = new BudgetClassification("economic.tsv");

  private final Map<String, List<Entry>> entriesByCode = new HashMap<>();
  private final Map<String, List<Entry>> entriesByName = new HashMap<>();
  private final Map<String, List<Entry>> entriesByNameWithOneConjunction = new HashMap<>();

  private BudgetClassification(String resource) {
    TsvResource.forEachRow(
        BudgetClassification.class,
        resource,
        4,
        cells -> {
          Entry entry =
              new Entry(
                  cells.get(0), cells.get(1), parseYear(cells.get(2)), parseYear(cells.get(3)));
          entriesByCode.computeIfAbsent(entry.code(), c -> new ArrayList<>()).add(entry);
          String name = ChartOfAccounts.normalize(entry.name());
          entriesByName.computeIfAbsent(name, n -> new ArrayList<>()).add(entry);
          entriesByNameWithOneConjunction
              .computeIfAbsent(unifyConjunctions(name), n -> new ArrayList<>())
              .add(entry);
        });
  }

  private static @Nullable Integer parseYear(String cell) {
    return cell.isEmpty() ? null : Integer.valueOf(cell);
  }

  /** Functional classification of expenditure (支出功能分类). */
  public static BudgetClassification functional() {
    return FUNCTIONAL;
  }

  /**
   * Economic classification of departments' expenditure (部门预算支出经济分类, codes 3xx), with some classes
   * of the classification of governments (政府预算支出经济分类, codes 5xx).
   */
  public static BudgetClassification economic() {
    return ECONOMIC;
  }

  /** All names, normalized by {@link ChartOfAccounts#normalize}. */
  public Set<String> names() {
    return Collections.unmodifiableSet(entriesByName.keySet());
  }

  /**
   * The entries with a name, in the order of the data file; empty if there are none. If no entry
   * has exactly this name, 与 and 和 count as the same.
   */
  public List<Entry> findByName(String name) {
    String normalized = ChartOfAccounts.normalize(name);
    return List.copyOf(
        entriesByName.getOrDefault(
            normalized,
            entriesByNameWithOneConjunction.getOrDefault(
                unifyConjunctions(normalized), List.of())));
  }

  private static String unifyConjunctions(String name) {
    return name.replace('与', '和');
  }

  /** All entries of a code, the newest first; empty if the code is not known. */
  public List<Entry> findByCode(String code) {
    return List.copyOf(entriesByCode.getOrDefault(code, List.of()));
  }

  /**
   * The entry of a code in a year, or the newest if the year is null; empty if the code is not
   * known or had no name in that year.
   */
  public Optional<Entry> findByCode(String code, @Nullable Integer year) {
    return findByCode(code).stream().filter(e -> year == null || e.isValidIn(year)).findFirst();
  }

  /**
   * The entries with a name as texts print it, with or without 支出 at its end: 教育 and 教育支出; empty if
   * there are none.
   */
  public List<Entry> findByPrintedName(String name) {
    return Stream.of(name, name + EXPENDITURE, withoutExpenditure(name))
        .flatMap(printed -> findByName(printed).stream())
        .distinct()
        .toList();
  }

  /** A name without 支出 at its end. */
  public static String withoutExpenditure(String name) {
    return name.endsWith(EXPENDITURE)
        ? name.substring(0, name.length() - EXPENDITURE.length())
        : name;
  }

  /**
   * The newest names of the class and group that contain a code, as far as they are known, from the
   * class down; mutable.
   */
  public List<String> findAncestorNames(String code) {
    List<String> names = new ArrayList<>();
    for (int length = 3; length < code.length(); length += 2) {
      findByCode(code.substring(0, length)).stream().limit(1).forEach(e -> names.add(e.name()));
    }
    return names;
  }

  /** All entries, former ones included, in no particular order. */
  public List<Entry> entries() {
    return entriesByCode.values().stream().flatMap(List::stream).toList();
  }

  /**
   * One name of a code.
   *
   * @param code three, five or seven digits
   * @param name the name
   * @param from first year of the name, or null if it dates from the classification of 2007
   * @param to last year of the name, or null if it is in use
   */
  public record Entry(String code, String name, @Nullable Integer from, @Nullable Integer to) {
    /** Depth of the code: 1 for 类, 2 for 款, 3 for 项. */
    public int level() {
      return (code.length() - 1) / 2;
    }

    /** Code of the parent entry; empty for 类. */
    public Optional<String> parentCode() {
      return code.length() <= 3
          ? Optional.empty()
          : Optional.of(code.substring(0, code.length() - 2));
    }

    /** Whether the name is in use in a year. */
    public boolean isValidIn(int year) {
      return (from == null || from <= year) && (to == null || to >= year);
    }

    /** Whether the name is no longer in use. */
    public boolean isOutOfUse() {
      return to != null;
    }
  }
}
