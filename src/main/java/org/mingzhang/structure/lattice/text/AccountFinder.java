package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.CellLattice;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticePath;
import org.mingzhang.structure.lattice.Layout;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.Shapes;
import org.mingzhang.structure.lattice.schema.AccountTitles;

/**
 * Finds tables of accounts, projects and bodies: of the headers that may start at a chunk, the one
 * under which the cells below make the cheapest reading.
 */
final class AccountFinder {
  private static final int MOST_COLUMNS = 12;
  private static final int MOST_HEADER_ROWS = 5;

  /** Most cells of a row whose end is told by bars or line breaks. */
  private static final int WIDEST_ROW = 24;

  /** The head of a performance form ends in the lines of its money within so many chunks. */
  private static final int FORM_HEAD = 16;

  private final LineGroup passage;
  private final int at;

  private AccountFinder(LineGroup passage, int at) {
    this.passage = passage;
    this.at = at;
  }

  /** The table whose header starts at a chunk, or null. */
  static @Nullable Found at(LineGroup passage, int at) {
    boolean barred = passage.layout() == Layout.BARRED;
    if (!passage.opens(at)
        || FundFinder.title(passage.tight(at))
        || (!barred && !AccountBody.announced(passage, at))) {
      return null;
    }
    int near = Math.min(passage.size(), at + FORM_HEAD);
    return FundFinder.starts(passage, at, near) ? null : new AccountFinder(passage, at).find();
  }

  private @Nullable Found find() {
    Found best = null;
    double least = Double.POSITIVE_INFINITY;
    for (AccountHeader header : headers()) {
      int below = at + header.chunks();
      int from = NumberingRow.behind(passage, below);
      int end = AccountBody.end(passage, from);
      if (from >= end) {
        continue;
      }
      if (from > below && EmptyAccounts.are(passage, from)) {
        return new Found(at, from + 1, EmptyAccounts.rows(header, passage.tight(from)));
      }
      List<Integer> kept = new RepeatedHeader(passage, at, below).without(from, end);
      CentredNames.Body body = CentredNames.joined(passage, kept);
      Layout layout = passage.layoutOf(kept.getFirst(), kept.getLast() + 1);
      LatticePath reading = read(header, body.chunks(), layout);
      double total = reading.total() + header.cost();
      if (total < least && AccountFit.believed(header, reading)) {
        List<List<String>> cells = placed(header, reading, body.chunks(), layout);
        if (cells == null) {
          continue;
        }
        least = total;
        List<List<String>> rows = new ArrayList<>();
        rows.add(header.columns().stream().map(Column::title).toList());
        List<List<String>> numbered = RowNumbers.settled(header.columns(), cells);
        rows.addAll(NameTails.joined(header.columns(), numbered));
        best = new Found(at, body.ends().get(reading.chunks() - 1), rows);
      }
    }
    return best;
  }

  /** The rows; null where their amounts stand in columns that cannot be theirs. */
  private static @Nullable List<List<String>> placed(
      AccountHeader header, LatticePath reading, List<Chunk> body, Layout layout) {
    boolean places = body.stream().anyMatch(chunk -> chunk.separator() == Separator.WIDE);
    boolean printed = places || layout == Layout.BARRED;
    return new LostBlanks(header.columns()).placed(reading.rows(), printed);
  }

  private static LatticePath read(AccountHeader header, List<Chunk> body, Layout layout) {
    LatticePath reading = new CellLattice(body, header.columns(), layout).read();
    if (layout != Layout.ROWS || reading.none()) {
      return reading;
    }
    List<Column> placed = new PlacedColumns(header.columns(), body).of(reading);
    return placed.equals(header.columns()) ? reading : new CellLattice(body, placed, layout).read();
  }

  private List<AccountHeader> headers() {
    List<AccountHeader> headers = new ArrayList<>();
    List<Integer> rowEnds = rowEnds();
    if (rowEnds.isEmpty()) {
      for (int k = 2; k <= MOST_COLUMNS && at + k < passage.size(); k++) {
        List<String> titles = titles(at, at + k);
        add(headers, k, titles);
        HeaderRows.sides(titles).ifPresent(t -> add(headers, titles.size(), t));
      }
      return headers;
    }
    for (int n = 1; n <= rowEnds.size(); n++) {
      int behind = rowEnds.get(n - 1);
      List<String> placed = n == 1 ? null : PlacedTitles.of(passage, at, rowEnds.subList(0, n));
      if (placed != null) {
        add(headers, behind - at, placed);
      }
      List<List<String>> rows = new ArrayList<>();
      int from = at;
      for (int end : rowEnds.subList(0, n)) {
        rows.add(titles(from, end));
        from = end;
      }
      int widest = widest(NumberingRow.behind(passage, from));
      for (int columns = Math.max(2, widest - 1); columns <= widest + 3; columns++) {
        List<String> titles = HeaderRows.merged(rows, columns);
        if (titles != null) {
          add(headers, from - at, titles);
        }
      }
    }
    return headers;
  }

  private void add(List<AccountHeader> headers, int chunks, List<String> titles) {
    AccountHeader header = AccountHeader.of(chunks, titles);
    if (header != null && !FundFinder.starts(passage, at, at + chunks)) {
      headers.add(header);
    }
  }

  private List<String> titles(int from, int to) {
    return IntStream.range(from, to).mapToObj(passage::tight).toList();
  }

  /** Ends of the rows that may be those of a header; empty where rows are not told apart. */
  private List<Integer> rowEnds() {
    List<Integer> ends = new ArrayList<>();
    int from = at;
    while (from < passage.size() && ends.size() < MOST_HEADER_ROWS) {
      int end = rowEnd(from);
      boolean one = end == from + 1 && ends.isEmpty();
      if (end < 0 || one) {
        return ends;
      }
      boolean numbers = IntStream.range(from, end).anyMatch(i -> Shapes.number(passage.tight(i)));
      if (numbers || FundFinder.starts(passage, from, end) || !titled(from, end)) {
        return ends;
      }
      ends.add(end);
      from = end;
    }
    return ends;
  }

  /** Whether most of a row are titles as tables have them. */
  private boolean titled(int from, int end) {
    long known =
        titles(from, end).stream()
            .filter(title -> AccountTitles.type(title) != ColumnType.ANY)
            .count();
    return 2 * known >= end - from && !AccountBody.caption(passage.tight(from));
  }

  /** Index behind the row of a chunk; negative where rows are not told apart. */
  private int rowEnd(int from) {
    if (passage.layout() == Layout.ROWS) {
      return passage.endOfLine(from);
    }
    if (passage.layout() != Layout.BARRED || passage.chunk(from).separator() == Separator.BAR) {
      return -1;
    }
    int end = from + 1;
    while (end < passage.size() && passage.chunk(end).separator() != Separator.ROW_END) {
      end++;
    }
    return end;
  }

  /** Most cells of a row below the header. */
  private int widest(int from) {
    int widest = 0;
    int row = from;
    for (int n = 0; n < 40 && row < passage.size(); n++) {
      int end = rowEnd(row);
      widest = Math.max(widest, end - row);
      row = end;
    }
    return Math.min(widest, WIDEST_ROW);
  }
}
