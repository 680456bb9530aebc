package org.mingzhang.web.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.Fact;
import org.mingzhang.web.address.PortalLinks;
import org.mingzhang.web.fact.FactHit;

/**
 * The values of a comparison, by agency or account and by year.
 *
 * @param years columns, oldest first
 * @param rows rows
 */
public record ComparisonGrid(List<Integer> years, List<Row> rows) {
  /** Note of a value that is a budget of the whole year as it stood at its end. */
  static final String FULL_YEAR_BUDGET = "全年预算";

  /**
   * The values of one agency or account by year.
   *
   * @param label its name
   * @param region region path, empty if there is none
   * @param cells one for each year
   * @param change the change against the year before, or null
   */
  public record Row(
      String label, List<String> region, List<Cell> cells, @Nullable YearChange change) {
    /** Creates a row without change. */
    Row(String label, List<String> region, List<Cell> cells) {
      this(label, region, cells, null);
    }
  }

  /**
   * A value with the place that states it.
   *
   * @param shown the value as text
   * @param address address of its sentence or cell
   * @param documentTitle title of the document
   * @param fact the fact
   */
  public record StatedValue(String shown, String address, String documentTitle, FactHit fact) {}

  /** Whether a cell has a value and, if not, whether the document or only the value is missing. */
  public enum CellState {
    STATED,
    /** A document states different values, and a finding says that one of them is wrong. */
    DISPUTED,
    /**
     * A document states different values, which may mean different things; no finding reports the
     * difference.
     */
    AMBIGUOUS,
    /**
     * A value of the year is stated only of another fund or perimeter than the compared ones; it is
     * shown, but has no number.
     */
    OTHER_BASIS,
    /** A document of the year says that there was none, or that the account is not kept. */
    DENIED,
    /** There is a document of the year, but no value was read in it. */
    UNSTATED,
    /** The archive has no document of the year. */
    UNCOLLECTED;

    /** Name for texts. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A cell.
   *
   * @param state its state
   * @param value its number, or null
   * @param shown the value as text, or empty
   * @param note reference of the value, such as its target; what distinguishes its basis from that
   *     of the comparison; or the sentence that denies it; empty if there is none
   * @param address address of its sentence or table row, or of the findings of the document if that
   *     states several values; empty if there is no value
   * @param otherValueCount number of different values of the same name and year
   * @param sectionId permalink id of its section, {@code DOCUMENT/SECTION}, or empty
   * @param page 1-based page of the value; 0 if there is no value or its page is unknown
   * @param statedValues for an amount, the value shown and the values that differ from it: values
   *     of the same document if that states several, otherwise of other documents
   */
  public record Cell(
      CellState state,
      @Nullable BigDecimal value,
      String shown,
      String note,
      String address,
      int otherValueCount,
      String sectionId,
      int page,
      List<StatedValue> statedValues) {
    /** Makes an immutable copy of the list. */
    public Cell {
      statedValues = List.copyOf(statedValues);
    }

    /** The different values stated by other documents; may be empty. */
    public List<StatedValue> otherStatedValues() {
      return state == CellState.STATED && statedValues.size() > 1
          ? statedValues.subList(1, statedValues.size())
          : List.of();
    }

    /** Whether the value is a budget of the whole year as it stood at its end. */
    public boolean isFullYearBudget() {
      return isStated() && note.equals(FULL_YEAR_BUDGET);
    }

    /**
     * A copy without the number, so that the text is shown but the cell is neither drawn nor
     * ranked.
     */
    Cell withoutNumber() {
      return new Cell(
          state, null, shown, note, address, otherValueCount, sectionId, page, statedValues);
    }

    /** Whether the cell has one or several amounts of money, and not counts or nothing. */
    public boolean hasMoney() {
      return !statedValues.isEmpty() && statedValues.getFirst().fact().kind() == Fact.Kind.AMOUNT;
    }

    /**
     * The exact amount in 元, or the number of things; null if the cell has no value or
     * contradictory ones.
     */
    public @Nullable BigDecimal exactNumber() {
      return isStated() && !statedValues.isEmpty() ? statedValues.getFirst().fact().number() : null;
    }

    /** Whether the document states one value. */
    public boolean isStated() {
      return state == CellState.STATED;
    }

    /** Whether a document states a value, or several, on whatever basis. */
    public boolean hasValue() {
      return state.compareTo(CellState.DENIED) < 0;
    }

    /** The fact shown, if a finding says that its number is wrong; null if none does. */
    public @Nullable FactHit accusedFact() {
      return isStated() && !statedValues.isEmpty()
          ? Stream.of(statedValues.getFirst().fact())
              .filter(fact -> !fact.findingAddress().isEmpty())
              .findFirst()
              .orElse(null)
          : null;
    }

    /** The cell of an account of which a document says that there was none. */
    static Cell ofStatedAbsence(AccountStatement statement, PortalLinks links) {
      return new Cell(
          CellState.DENIED,
          null,
          "",
          statement.quote(),
          links.sectionWithQuote(
              statement.documentId(), statement.sectionSlug(), statement.quote()),
          0,
          statement.documentId() + "/" + statement.sectionSlug(),
          statement.page(),
          List.of());
    }

    static Cell ofMissingValue(boolean isDocumentCollected) {
      CellState state = isDocumentCollected ? CellState.UNSTATED : CellState.UNCOLLECTED;
      return new Cell(state, null, "", "", "", 0, "", 0, List.of());
    }
  }

  /** Number of values that are budgets of the whole year as they stood at its end. */
  int fullYearBudgetCount() {
    return (int) cells().filter(Cell::isFullYearBudget).count();
  }

  private Stream<Cell> cells() {
    return rows.stream().flatMap(row -> row.cells().stream());
  }

  /** Whether some cell has no value on any basis. */
  boolean hasCellWithoutValue() {
    return !cells().allMatch(Cell::hasValue);
  }

  /**
   * The grid in which the budgets of the whole year have no number if the grid has other values as
   * well, since the two are not comparable.
   */
  ComparisonGrid withoutMixedBudgets() {
    int fullYear = fullYearBudgetCount();
    return fullYear == 0 || fullYear == count(CellState.STATED)
        ? this
        : mapCells((row, year, cell) -> cell.isFullYearBudget() ? cell.withoutNumber() : cell);
  }

  /** Returns the cell that replaces the cell of a row and year, or returns the same cell. */
  interface CellReplacement {
    Cell replace(Row row, int year, Cell cell);
  }

  /** The grid with each cell replaced; changes are kept. */
  ComparisonGrid mapCells(CellReplacement replacement) {
    List<Row> mapped = new ArrayList<>();
    for (Row row : rows) {
      List<Cell> cells = new ArrayList<>();
      for (int i = 0; i < years.size(); i++) {
        cells.add(replacement.replace(row, years.get(i), row.cells().get(i)));
      }
      mapped.add(new Row(row.label(), row.region(), cells, row.change()));
    }
    return new ComparisonGrid(years, mapped);
  }

  /** Number of cells in a state. */
  public int count(CellState state) {
    return (int) cells().filter(cell -> cell.state() == state).count();
  }

  /** Number of cells whose number a finding says is wrong. */
  int accusedCount() {
    return (int) cells().filter(cell -> cell.accusedFact() != null).count();
  }

  /**
   * Number of rows with a numeric value in a column.
   *
   * @param column 0-based index
   */
  int valueCount(int column) {
    return (int) rows.stream().filter(r -> r.cells().get(column).value() != null).count();
  }

  /** A grid with only the first rows. */
  ComparisonGrid withFirstRows(int limit) {
    return rows.size() <= limit ? this : new ComparisonGrid(years, rows.subList(0, limit));
  }
}
