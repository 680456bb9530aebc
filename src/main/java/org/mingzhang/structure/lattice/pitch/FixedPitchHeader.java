package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.LatticeCosts;

/**
 * The column header of a table in fixed pitch, with its titles aligned to columns.
 *
 * @param startLine index of its first line
 * @param endLine index after its last line
 * @param columns the columns from left to right
 * @param titles their titles as printed; one without words for a column that has none
 */
record FixedPitchHeader(
    int startLine, int endLine, List<Column> columns, List<FixedPitchTitle> titles) {
  private static final int MAX_LINES = 8;

  /** Maximum number of characters of a title's word on one line. */
  private static final int MAX_WORD_LENGTH = 16;

  private static final Pattern AMOUNT = Pattern.compile("-?\\d[\\d,]*(?:\\.\\d+)?[%％]?");

  /** A header with the cost of the alignment of its titles. */
  private record HeaderWithCost(FixedPitchHeader header, double cost) {}

  /**
   * The cheapest of the headers that begin at a line or within the cheapest header that begins
   * there; null if none begins at the line.
   */
  static @Nullable FixedPitchHeader findAt(
      List<FixedPitchLine> lines, int from, TitleSchema schema) {
    StringBuilder tight = new StringBuilder();
    for (int i = from; i < Math.min(lines.size(), from + MAX_LINES); i++) {
      tight.append(lines.get(i).unspacedText());
    }
    if (!schema.isLikelyHeader(tight.toString())) {
      return null;
    }
    TitleAlignmentCache cache = new TitleAlignmentCache(schema);
    HeaderWithCost best = findCheapest(lines, from, cache);
    if (best == null) {
      return null;
    }
    for (int later = from + 1; later < best.header().endLine(); later++) {
      HeaderWithCost other = findCheapest(lines, later, cache);
      best = other != null && other.cost() < best.cost() ? other : best;
    }
    return best.header();
  }

  /** The cheapest of the headers that begin at a line; null if there is none. */
  private static @Nullable HeaderWithCost findCheapest(
      List<FixedPitchLine> lines, int from, TitleAlignmentCache cache) {
    TitleSchema schema = cache.schema();
    HeaderWithCost best = null;
    for (int to = from + 1; to <= Math.min(lines.size(), from + MAX_LINES); to++) {
      FixedPitchLine last = lines.get(to - 1);
      if (last.words().stream()
              .anyMatch(
                  w -> w.text().length() > MAX_WORD_LENGTH || !schema.mayBeTitleWord(w.text()))
          || last.page() != lines.get(from).page()) {
        break;
      }
      TitleAligner.AlignedTitles found = TitleAligner.align(lines.subList(from, to), cache);
      FixedPitchHeader header =
          found == null
              ? null
              : create(
                  from, to, found.titles(), schema, classifyFirstRow(lines, to, found.titles()));
      double minimum = best == null ? LatticeCosts.INFINITE_COST : best.cost();
      if (found != null && header != null) {
        int words = lines.subList(from, to).stream().mapToInt(line -> line.words().size()).sum();
        double cost = found.cost() - words * schema.costReductionPerWord();
        best = cost < minimum ? new HeaderWithCost(header, cost) : best;
      }
    }
    return best;
  }

  /**
   * The header of a range of lines with the given titles; null if they are not those of a table.
   */
  private static @Nullable FixedPitchHeader create(
      int from,
      int to,
      List<FixedPitchTitle> aligned,
      TitleSchema schema,
      TitleSchema.FirstRowContent firstRow) {
    boolean labeled = schema.isBlockLabel(aligned.getFirst().text());
    List<FixedPitchTitle> titles =
        new ArrayList<>(labeled ? aligned.subList(1, aligned.size()) : aligned);
    List<Column> columns =
        schema.createColumns(titles.stream().map(FixedPitchTitle::titlePath).toList(), firstRow);
    if (columns.isEmpty()) {
      return null;
    }
    if (schema.hasUntitledFirstColumn() || columns.size() > titles.size()) {
      titles.addFirst(new FixedPitchTitle(List.of()));
    }
    return new FixedPitchHeader(from, to, columns, List.copyOf(titles));
  }

  /**
   * What the line below the titles contains, as far as it matters if each of them is the title of
   * an amount; {@code OTHER} if there is no line.
   */
  private static TitleSchema.FirstRowContent classifyFirstRow(
      List<FixedPitchLine> lines, int at, List<FixedPitchTitle> titles) {
    if (at == lines.size()) {
      return TitleSchema.FirstRowContent.OTHER;
    }
    List<FixedPitchWord> words = lines.get(at).words();
    int more = words.size() - titles.size();
    FixedPitchSpan first = titles.getFirst().span();
    boolean amounts =
        (more == 0 || more == 1)
            && words.stream().skip(more).allMatch(word -> AMOUNT.matcher(word.text()).matches());
    if (!amounts || !first.isKnown()) {
      return TitleSchema.FirstRowContent.OTHER;
    }
    if (more == 0) {
      return TitleSchema.FirstRowContent.AMOUNTS;
    }
    FixedPitchWord name = words.getFirst();
    return !AMOUNT.matcher(name.text()).matches() && name.end() < first.start()
        ? TitleSchema.FirstRowContent.NAME_AND_AMOUNTS
        : TitleSchema.FirstRowContent.OTHER;
  }
}
