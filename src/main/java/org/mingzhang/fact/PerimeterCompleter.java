package org.mingzhang.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.model.FactContext;
import org.mingzhang.model.FactLocation;
import org.mingzhang.model.Perimeter;

/**
 * Adds the perimeter to facts of a government's document that state none, so that a sentence
 * without 全市 is compared with the table of the whole city. If the document states one perimeter, a
 * fact gets it if it is stated for the same account and context, unless that perimeter is the
 * government's own level and the value of the fact is so much greater that it may cover the whole
 * territory. If the document states several perimeters, only values decide: a fact gets the
 * perimeter for which the document states the same value, and all facts of a table get the
 * perimeter for which the document states several of its values.
 */
final class PerimeterCompleter {
  /**
   * Minimum number of values of a table that the document also states with a perimeter, always the
   * same one.
   */
  private static final int MIN_CONFIRMED_NUMBERS = 2;

  /**
   * Minimum ratio to the amount of the government's own level from which on an amount may cover the
   * whole territory.
   */
  private static final BigDecimal MIN_TERRITORY_TO_LEVEL_RATIO = new BigDecimal("1.1");

  private final @Nullable String agency;
  private final Map<FactKey, List<Fact>> factsByKey = new HashMap<>();
  private final Map<Integer, Perimeter> perimeterByTable = new HashMap<>();
  private final boolean hasSinglePerimeter;

  private PerimeterCompleter(List<Fact> facts, @Nullable String agency) {
    this.agency = agency;
    Set<Perimeter> perimeters = new HashSet<>();
    for (Fact fact : facts) {
      Perimeter perimeter = fact.context().perimeter();
      if (perimeter != null && fact.context().entity() == null) {
        factsByKey
            .computeIfAbsent(FactKey.of(fact).withoutPerimeter(), k -> new ArrayList<>())
            .add(fact);
        perimeters.add(perimeter);
      }
    }
    this.hasSinglePerimeter = perimeters.size() == 1;
    if (!hasSinglePerimeter) {
      recordTablesWithSinglePerimeter(facts);
    }
  }

  /**
   * The facts in the same order, with the perimeters that could be determined.
   *
   * @param agency agency that published the document; amounts of other bodies are left unchanged
   */
  static List<Fact> complete(List<Fact> facts, @Nullable String agency) {
    PerimeterCompleter completer = new PerimeterCompleter(facts, agency);
    return facts.stream().map(completer::complete).toList();
  }

  private Fact complete(Fact fact) {
    Perimeter perimeter = lacksPerimeter(fact.context()) ? findPerimeter(fact) : null;
    return perimeter == null
        ? fact
        : fact.withContext(fact.context().withPerimeter(perimeter, null));
  }

  private @Nullable Perimeter findPerimeter(Fact fact) {
    List<Fact> same = factsByKey.getOrDefault(FactKey.of(fact).withoutPerimeter(), List.of());
    if (hasSinglePerimeter) {
      return same.isEmpty() || mayBeOfWholeTerritory(fact, same)
          ? null
          : same.getFirst().context().perimeter();
    }
    FactLocation.Cell cell = fact.locations().getFirst().cell();
    Perimeter ofTable = cell == null ? null : perimeterByTable.get(cell.tableIndex());
    return ofTable == null ? findByValue(fact) : ofTable;
  }

  /**
   * Whether a value is so much greater than the values of the government's own level that it may be
   * the whole of which these are parts: 一般公共预算收入3.57亿元 beside 县本级收入2.73亿元.
   */
  private static boolean mayBeOfWholeTerritory(Fact fact, List<Fact> ofLevel) {
    return fact.kind() == Fact.Kind.AMOUNT
        && ofLevel.stream()
            .allMatch(
                f ->
                    f.context().perimeter() == Perimeter.GOVERNMENT
                        && fact.value().compareTo(f.value().multiply(MIN_TERRITORY_TO_LEVEL_RATIO))
                            > 0);
  }

  /**
   * The only perimeter for which the document states the value of a fact; null if there is none or
   * more than one.
   */
  private @Nullable Perimeter findByValue(Fact fact) {
    PrintedValueInterval value =
        PrintedValueInterval.of(fact, PrintedValueInterval.NumberShortening.ROUNDED);
    Set<Perimeter> found =
        factsByKey.getOrDefault(FactKey.of(fact).withoutPerimeter(), List.of()).stream()
            .filter(
                f ->
                    !PrintedValueInterval.of(f, PrintedValueInterval.NumberShortening.ROUNDED)
                        .excludes(value))
            .map(f -> Objects.requireNonNull(f.context().perimeter()))
            .collect(Collectors.toSet());
    return found.size() == 1 ? found.iterator().next() : null;
  }

  /** Records the tables whose values the document also states, for a single perimeter. */
  private void recordTablesWithSinglePerimeter(List<Fact> facts) {
    Map<Integer, List<Perimeter>> votes = new HashMap<>();
    for (Fact fact : facts) {
      FactLocation.Cell cell = fact.locations().getFirst().cell();
      Perimeter perimeter =
          cell == null || !lacksPerimeter(fact.context()) ? null : findByValue(fact);
      if (cell != null && perimeter != null) {
        votes.computeIfAbsent(cell.tableIndex(), t -> new ArrayList<>()).add(perimeter);
      }
    }
    votes.forEach(
        (table, perimeters) -> {
          if (perimeters.size() >= MIN_CONFIRMED_NUMBERS && new HashSet<>(perimeters).size() == 1) {
            perimeterByTable.put(table, perimeters.getFirst());
          }
        });
  }

  /** Whether a fact has no perimeter and is about the agency of the document. */
  private boolean lacksPerimeter(FactContext context) {
    return context.perimeter() == null
        && (context.entity() == null || Objects.equals(context.entity(), agency));
  }
}
