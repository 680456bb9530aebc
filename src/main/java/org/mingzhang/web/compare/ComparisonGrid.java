package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.mingzhang.web.fact.FactHit;

/**
 * Values by row and year.
 *
 * @param years columns, oldest first
 * @param rows rows
 */
public record ComparisonGrid(List<Integer> years, List<Row> rows) {
  /**
   * A row.
   *
   * @param label what it is about
   * @param region region path, empty where there is none
   * @param cells one for each year
   * @param change the change against the year before, null where there is none
   */
  public record Row(
      String label, List<String> region, List<Cell> cells, @Nullable YearChange change) {
    /** A row whose change is not asked for. */
    Row(String label, List<String> region, List<Cell> cells) {
      this(label, region, cells, null);
    }
  }

  /**
   * A value with the place that says it.
   *
   * @param shown the value as text
   * @param address the sentence or cell it stands in
   * @param source title of the document
   * @param fact the fact
   */
  public record StatedValue(String shown, String address, String source, FactHit fact) {}

  /** What a cell says. */
  public enum State {
    STATED,
    /** The document gives two values. */
    DISPUTED,
    /** There is a document of that year, but it does not say. */
    UNSTATED,
    /** There is no document of that year. */
    UNCOLLECTED;

    /** Name for texts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A cell.
   *
   * @param state what it says
   * @param value its number, null where it has none
   * @param shown the value as text, empty where there is none
   * @param note what it is measured by, such as its target, or empty
   * @param address the sentence or table row it stands in, empty where there is none
   * @param others different values of the same name and year
   * @param place permalink id of its section, {@code DOCUMENT/SECTION}, or empty
   * @param said of an amount, the value that is shown and the different ones, of one document where
   *     it contradicts itself, else of other documents
   */
  public record Cell(
      State state,
      @Nullable BigDecimal value,
      String shown,
      String note,
      String address,
      int others,
      String place,
      List<StatedValue> statedValues) {
    /** Copies the list. */
    public Cell {
      statedValues = List.copyOf(statedValues);
    }

    /** The different values of other documents, or none. */
    public List<StatedValue> elsewhere() {
      return state == State.STATED && statedValues.size() > 1
          ? statedValues.subList(1, statedValues.size())
          : List.of();
    }

    /** Whether there is a value. */
    public boolean stated() {
      return state == State.STATED;
    }

    static Cell absent(boolean collected) {
      return new Cell(
          collected ? State.UNSTATED : State.UNCOLLECTED, null, "", "", "", 0, "", List.of());
    }
  }

  /** How many cells say so. */
  public int count(State state) {
    return (int)
        rows.stream().flatMap(r -> r.cells().stream()).filter(c -> c.state() == state).count();
  }

  /** How many values a year has. */
  int values(int column) {
    return (int) rows.stream().filter(r -> r.cells().get(column).value() != null).count();
  }

  /** The first rows only. */
  ComparisonGrid first(int most) {
    return rows.size() <= most ? this : new ComparisonGrid(years, rows.subList(0, most));
  }
}
