package org.mingzhang.fact.cell;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.mingzhang.account.Account;
import org.mingzhang.fact.perimeter.Perimeters;
import org.mingzhang.model.Disclosure;
import org.mingzhang.model.Fund;
import org.mingzhang.model.Section;
import org.mingzhang.model.Stage;
import org.mingzhang.model.TableData;

/**
 * The rows and columns of a data table as lines of which the amounts are added up: what each is of
 * and at which level it stands. Where {@link CellFacts} tells what single cells state, this tells
 * which of them may be parts of others, also where a cell by itself states nothing.
 *
 * @param table index into the document's tables
 * @param title what the title says without white space and marks
 * @param layout what kind of table it is
 * @param blocks its blocks of columns from left to right
 */
public record TableLines(int table, String title, Layout layout, List<Block> blocks) {
  /** Copies the blocks. */
  public TableLines {
    blocks = List.copyOf(blocks);
  }

  /** What kind of table it is. */
  public enum Layout {
    /** Revenue and expenditure, side by side or below each other. */
    SIDES,
    /** Items, accounts or bodies. */
    ACCOUNTS,
    /** What has no title that is known: a list of anything. */
    OTHER
  }

  /**
   * A block of columns.
   *
   * @param rows its rows
   * @param columns its columns of amounts
   * @param side whether it is one of the two sides of a table of revenue and expenditure
   * @param coded whether codes of a classification stand before its rows
   */
  public record Block(List<Line> rows, List<Line> columns, boolean side, boolean coded) {
    /** Copies the lines. */
    public Block {
      rows = List.copyOf(rows);
      columns = List.copyOf(columns);
    }
  }

  /** What a line is among those beside it. */
  public enum Role {
    /** All there is: 总计, 合计. */
    TOTAL,
    /** All there is of the year, without what was carried over: 本年收入合计. */
    YEAR,
    /** What is carried over, taken from it or paid into it, beside what is of the year. */
    CARRIED,
    /** One of the lines that are added up. */
    PART,
    /** What says nothing that can be added up. */
    NONE
  }

  /**
   * A row or a column.
   *
   * @param at its index in the table
   * @param role what it is among the others
   * @param account name of its account, empty where it names none
   * @param fund fund it names, or null
   * @param stage stage it names, or null
   * @param year year it names, or null
   * @param code code of its item, empty where it has none
   * @param level depth that its numeral says: 1 for 一、, 2 for （一）, 0 without
   * @param label its words as printed
   */
  public record Line(
      int at,
      Role role,
      String account,
      @Nullable Fund fund,
      @Nullable Stage stage,
      @Nullable Integer year,
      String code,
      int level,
      String label) {

    /** Whether neither names a stage or year that contradicts the other's. */
    public boolean isOfSameTime(Line other) {
      return (stage == null || other.stage == null || stage == other.stage)
          && (year == null || other.year == null || year.equals(other.year));
    }

    /** Whether it names neither an account nor an item nor a fund. */
    public boolean isPlain() {
      return account.isEmpty() && code.isEmpty() && fund == null;
    }
  }

  /** The lines of all tables of a document, in their order. */
  public static List<TableLines> of(Disclosure disclosure) {
    DocumentFrame frame = DocumentFrame.of(disclosure, Perimeters.of(disclosure));
    List<TableLines> all = new ArrayList<>();
    for (int i = 0; i < disclosure.tables().size(); i++) {
      TableData table = disclosure.tables().get(i);
      String heading =
          table.title().isBlank()
              ? disclosure.sections().stream()
                  .filter(s -> s.path().equals(table.section()))
                  .map(Section::title)
                  .findFirst()
                  .orElse("")
              : "";
      all.add(of(frame, TableSubject.of(table, heading, frame), table, i));
    }
    return all;
  }

  private static TableLines of(
      DocumentFrame frame, TableSubject titled, TableData table, int index) {
    TableMeaning meaning = TableMeaning.of(frame, titled, table);
    List<Block> blocks = new ArrayList<>();
    for (TableMeaning.Side side : meaning.sides()) {
      LineReader reader = new LineReader(frame, meaning.subject(), side.direction());
      List<Line> rows = new ArrayList<>();
      for (int r = 0; r < side.rows().size(); r++) {
        String code = side.block().codes().get(r);
        rows.add(reader.row(r, side.rows().get(r), side.block().labels().get(r), code));
      }
      List<Line> columns = new ArrayList<>();
      for (int column : side.block().amounts()) {
        Meaning head = meaning.heads().getOrDefault(column, Meaning.SKIPPED);
        columns.add(reader.column(column, head, table.header().get(column)));
      }
      blocks.add(new Block(rows, columns, side.direction() != null, side.block().coded()));
    }
    return new TableLines(index, meaning.subject().title(), layout(meaning.subject()), blocks);
  }

  private static Layout layout(TableSubject subject) {
    return switch (subject.form().layout()) {
      case SIDES -> Layout.SIDES;
      case NONE, PROJECTS -> Layout.OTHER;
      default -> subject.form().equals(TableForm.UNTITLED) ? Layout.OTHER : Layout.ACCOUNTS;
    };
  }

  static String name(@Nullable Account account) {
    return account == null ? "" : account.name();
  }
}
