package org.mingzhang.structure.lattice.text;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.indicator.CellPerLineHeader;
import org.mingzhang.structure.indicator.IndicatorLevelNames;
import org.mingzhang.structure.indicator.IndicatorRole;
import org.mingzhang.structure.indicator.PerformanceFormRowClassifier;
import org.mingzhang.structure.lattice.CellLattice;
import org.mingzhang.structure.lattice.Chunk;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.LatticePath;
import org.mingzhang.structure.lattice.Separator;
import org.mingzhang.structure.lattice.TextTableLayout;
import org.mingzhang.structure.lattice.schema.FormColumnConverter;
import org.mingzhang.structure.lattice.schema.IndicatorRowFilter;
import org.mingzhang.text.PatternTable;

/**
 * Finds the indicator rows of performance forms: a header, and cells below it that the lattice can
 * assign to its columns.
 */
final class PerformanceFormFinder {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(PerformanceFormFinder.class);
  private static final Pattern NON_INITIAL_LEVEL = PATTERNS.get("later-level");

  private static final Pattern ROWS_LABEL = PATTERNS.get("rows-label");
  private static final int MAX_GOAL_LINES = 6;
  private static final int MAX_TITLE_CHUNKS = 24;

  /** Maximum number of chunks from a header to its repetition on another page. */
  private static final int MAX_CHUNKS_BETWEEN_HEADERS = 600;

  /** Minimum number of levels on lines of their own in a form whose header has no levels. */
  private static final int MIN_LEVELS_WITHOUT_TITLES = 2;

  /** Maximum number of characters of a header quoted in a warning. */
  private static final int MAX_QUOTED_LENGTH = 40;

  private PerformanceFormFinder() {}

  /**
   * The rows below the header that starts at a chunk, preceded by the goal above it; null if no
   * header starts or the cells cannot be read.
   *
   * @param warnings receives a sentence if a header was found but the cells below it could not be
   *     read
   */
  static @Nullable TableMatch find(ChunkSequence passage, int at, List<String> warnings) {
    CellPerLineHeader header = CellPerLineHeader.readAt(passage.words(), at);
    if (header == null || isInsideHeader(passage, at)) {
      return null;
    }
    List<Column> columns = FormColumnConverter.convert(header);
    RepeatedHeader repeated = new RepeatedHeader(passage, at, at + header.lineCount());
    int from = ColumnNumberRow.findEnd(passage, at + header.lineCount());
    int end = FormBodyChunks.findEndOfRows(passage, from, repeated);
    if (end == from) {
      return null;
    }
    FormBodyChunks body = FormBodyChunks.collect(passage, from, end, repeated);
    if (body.chunks().isEmpty()) {
      return null;
    }
    if (hasLevelsWithoutTitles(columns, body.chunks())) {
      columns = withLevelColumns(columns);
    }
    LatticePath path =
        findCheapestPath(passage.possibleLayoutsOf(from, end), body.chunks(), columns);
    boolean believed = !path.isEmpty() && path.isMeanRowCostWithin("dearest_row");
    List<List<String>> cells = path.rows();
    int chunks = path.chunkCount();
    if (passage.layout().hasRowOrCellPerLine()
        && (!believed
            || (hasCenteredLevelNames(passage, columns, path)
                && !isHeaderRepeated(passage, at, at + header.lineCount())))) {
      cells = CenteredLevelReader.readRows(body.chunks(), columns, TextTableLayout.ROW_PER_LINE);
      chunks = body.chunks().size();
      believed = !cells.isEmpty();
    }
    IndicatorRowFilter indicators = new IndicatorRowFilter(columns);
    List<List<String>> valid = indicators.selectIndicators(cells, passage.layout());
    long names = cells.stream().filter(indicators::hasIndicatorName).count();
    long torn = cells.stream().filter(indicators::hasNameAsValue).count();
    if (!believed || valid.isEmpty() || 2L * valid.size() < names || 2 * torn > names) {
      int quoted = Math.min(passage.size(), at + MAX_QUOTED_LENGTH);
      String titles = String.join(" ", passage.words().subList(at, quoted));
      warnings.add(describeUnreadForm(titles, path.isEmpty()));
      return null;
    }
    List<List<String>> rows = new ArrayList<>(valid);
    rows.addFirst(columns.stream().map(Column::title).toList());
    int goal = indexOfGoalAbove(passage, at);
    if (goal >= 0) {
      List<String> row = new ArrayList<>(Collections.nCopies(columns.size(), ""));
      row.set(0, joinGoal(passage, goal, at));
      rows.addFirst(row);
    }
    return new TableMatch(goal < 0 ? at : goal, body.indices().get(chunks - 1) + 1, rows);
  }

  /**
   * Whether the names of levels are on lines of their own above their indicators, as in an indented
   * list, and the header has no titles for them.
   */
  private static boolean hasLevelsWithoutTitles(List<Column> columns, List<Chunk> body) {
    return columns.getFirst().type() == ColumnType.LEVEL3
        && body.stream()
                .filter(chunk -> chunk.separator() == Separator.LONE_LINE)
                .map(chunk -> IndicatorLevelNames.withoutPoints(chunk.text().strip()))
                .filter(IndicatorLevelNames::isOnlyLevelName)
                .limit(MIN_LEVELS_WITHOUT_TITLES)
                .count()
            == MIN_LEVELS_WITHOUT_TITLES;
  }

  private static List<Column> withLevelColumns(List<Column> columns) {
    List<Column> all = new ArrayList<>();
    all.add(new Column(IndicatorRole.LEVEL1.title(), ColumnType.LEVEL1));
    all.add(new Column(IndicatorRole.LEVEL2.title(), ColumnType.LEVEL2));
    all.addAll(columns);
    return List.copyOf(all);
  }

  /**
   * The warning about a header whose rows could not be read, or could be read only at a cost above
   * the limit.
   */
  static String describeUnreadForm(String titles, boolean noPathFound) {
    return "The cells below the header “%s…” fit its columns in no way%s; they were left as text."
        .formatted(
            titles.substring(0, Math.min(MAX_QUOTED_LENGTH, titles.length())),
            noPathFound ? "" : " that can be believed");
  }

  /**
   * Index of the first chunk of the goal, at most {@link #MAX_GOAL_LINES} lines above a header in
   * plain lines; -1 if there is none.
   */
  private static int indexOfGoalAbove(ChunkSequence passage, int headerStart) {
    int line = passage.chunk(headerStart).line();
    for (int at = headerStart - 1;
        passage.layout().hasRowOrCellPerLine()
            && at >= 0
            && line - passage.chunk(at).line() <= MAX_GOAL_LINES;
        at--) {
      if (passage.chunk(at).opensLine()
          && PerformanceFormRowClassifier.textAfterGoalLabel(passage.restOfLine(at)) != null) {
        return at;
      }
    }
    return -1;
  }

  /** The text of the goal, without the label of the rows at its end. */
  private static String joinGoal(ChunkSequence passage, int from, int headerStart) {
    return ROWS_LABEL.matcher(passage.textOf(from, headerStart)).replaceFirst("");
  }

  /**
   * Finds the cheapest assignment of the chunks to the columns, over all layouts that are possible.
   */
  private static LatticePath findCheapestPath(
      List<TextTableLayout> layouts, List<Chunk> body, List<Column> columns) {
    LatticePath best = LatticePath.NONE;
    for (TextTableLayout layout : layouts) {
      LatticePath path = new CellLattice(body, columns, layout).decode();
      best = path.totalCost() < best.totalCost() ? path : best;
    }
    LatticePath free = decodeWithoutRowEnds(best, body, columns);
    return free.totalCost() < best.totalCost() && contradictsRowEnds(free, body) ? free : best;
  }

  /**
   * Reads the cells between bars again, without the row ends that the bars seem to show; {@link
   * LatticePath#NONE} for other layouts, and if each row of {@code path} has the name of an
   * indicator.
   */
  private static LatticePath decodeWithoutRowEnds(
      LatticePath path, List<Chunk> body, List<Column> columns) {
    IndicatorRowFilter indicators = new IndicatorRowFilter(columns);
    return path.layout() == TextTableLayout.PIPE_SEPARATED
            && path.rows().stream().anyMatch(row -> indicators.indicatorName(row).isEmpty())
        ? new CellLattice(
                body.stream().map(chunk -> chunk.withSeparator(Separator.PIPE)).toList(),
                columns,
                TextTableLayout.PIPE_SEPARATED)
            .decode()
        : LatticePath.NONE;
  }

  /** Whether most of the row ends that the bars seem to show are inside the rows of a reading. */
  private static boolean contradictsRowEnds(LatticePath path, List<Chunk> body) {
    List<Integer> ends =
        IntStream.range(1, path.chunkCount())
            .filter(at -> body.get(at).separator() == Separator.ROW_END)
            .boxed()
            .toList();
    return 2 * ends.stream().filter(path.rowStarts()::contains).count() < ends.size();
  }

  /** Whether a chunk lies inside a header that starts before it. */
  private static boolean isInsideHeader(ChunkSequence passage, int at) {
    for (int from = Math.max(0, at - MAX_TITLE_CHUNKS); from < at; from++) {
      CellPerLineHeader before = CellPerLineHeader.readAt(passage.words(), from);
      if (before != null && from + before.lineCount() > at) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether the titles of a header are also those of a table above, whose last level may go on
   * below it.
   */
  private static boolean isHeaderRepeated(ChunkSequence passage, int from, int to) {
    List<String> above = passage.words(Math.max(0, from - MAX_CHUNKS_BETWEEN_HEADERS), from);
    return Collections.indexOfSubList(above, passage.words(from, to)) >= 0;
  }

  /**
   * Whether the first row is above the name of its level, because the name is vertically centered.
   */
  private static boolean hasCenteredLevelNames(
      ChunkSequence passage, List<Column> columns, LatticePath path) {
    String named =
        path.rows().stream()
            .map(List::getFirst)
            .filter(level -> !level.isEmpty())
            .findFirst()
            .orElse("");
    return passage.layout() == TextTableLayout.ROW_PER_LINE
        && columns.getFirst().type() == ColumnType.LEVEL1
        && path.rows().getFirst().getFirst().isEmpty()
        && !NON_INITIAL_LEVEL.matcher(named).lookingAt();
  }
}
