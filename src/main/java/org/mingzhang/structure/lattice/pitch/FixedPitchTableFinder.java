package org.mingzhang.structure.lattice.pitch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.mingzhang.model.TextBlock;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.Column;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.CpuTimeBudget;
import org.mingzhang.text.PatternTable;
import org.mingzhang.text.PrefilteredPattern;

/**
 * Finds performance forms and account tables among lines in fixed pitch. Lines whose words have no
 * exact positions, and tables without a reading of acceptable cost, are left to other readers.
 * Stateless.
 */
public final class FixedPitchTableFinder {
  private static final int MAX_BODY_LINES = 240;
  private static final int MAX_FUNDING_BODY_LINES = 24;

  /** Maximum length of a word in a cell, in characters; longer words belong to running text. */
  private static final int MAX_WORD_LENGTH = 30;

  private static final int MAX_LINE_LENGTH = 300;
  private static final Pattern PAGE_NUMBER = Pattern.compile("[-—–－]*第?\\d{1,3}页?[-—–－]*");
  private static final TitleSchema FUNDING_SCHEMA = new FundingTitleSchema();
  private static final TitleSchema INDICATOR_SCHEMA = new IndicatorSchema();
  private static final List<TitleSchema> FORM_SCHEMAS = List.of(FUNDING_SCHEMA, INDICATOR_SCHEMA);
  private static final TitleSchema ACCOUNT_SCHEMA = new AccountSchema();

  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(FixedPitchTableFinder.class);

  /** Number of lines above a header that may be printed again on the next page. */
  private static final int MAX_LINES_ABOVE_HEADER = 60;

  /** The mark of a caption that is printed again: 绩效自评表（续）. */
  private static final Pattern CONTINUATION_MARK = Pattern.compile("[（(]?续表?[）)]?$");

  private static final PrefilteredPattern CAPTION = PATTERNS.getPrefiltered("caption");

  private static final Pattern PAGE_NUMBER_OR_CONTINUATION =
      PATTERNS.get("page-number-or-continuation");

  private static final int MAX_LINES_BELOW_CAPTION = 4;
  private static final Pattern COLUMN_NUMBERS_LABEL = PATTERNS.get("column-label");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,2}");
  private static final int MIN_COLUMN_NUMBERS = 3;
  private static final int MIN_EXACT_TITLE_WORDS = 2;

  private FixedPitchTableFinder() {}

  /**
   * The tables found.
   *
   * @param tables the tables in order
   * @param rejectedHeaders for each header whose rows could not be read, its titles
   */
  public record Result(List<TableMatch> tables, List<String> rejectedHeaders) {}

  /**
   * Finds performance forms and account tables among lines of text in fixed pitch.
   *
   * @throws CpuTimeBudget.BudgetExhaustedException if the time budget is exhausted
   */
  public static Result find(List<TextBlock> blocks, CpuTimeBudget budget) {
    List<TableMatch> tables = new ArrayList<>();
    List<String> rejected = new ArrayList<>();
    PitchUnit unit = PitchUnit.detect(blocks);
    int commonIndent = FixedPitchLine.findCommonIndent(blocks);
    List<FixedPitchLine> lines =
        blocks.stream().map(line -> FixedPitchLine.split(line, unit, commonIndent)).toList();
    int at = 0;
    while (at < lines.size()) {
      budget.throwIfExhausted();
      HeaderMatch headerMatch = findHeader(lines, at, FORM_SCHEMAS);
      headerMatch =
          headerMatch == null && hasCaptionAbove(lines, at)
              ? findHeader(lines, at, List.of(ACCOUNT_SCHEMA))
              : headerMatch;
      if (headerMatch == null) {
        at++;
        continue;
      }
      FixedPitchHeader header = headerMatch.header();
      TableMatch table = readTable(lines, header, headerMatch.schema());
      if (table != null) {
        tables.add(table);
      } else {
        rejected.add(header.columns().stream().map(Column::title).collect(Collectors.joining(" ")));
      }
      boolean account = headerMatch.schema().equals(ACCOUNT_SCHEMA);
      at = table != null ? table.to() : account ? at + 1 : header.endLine();
    }
    return new Result(List.copyOf(tables), List.copyOf(rejected));
  }

  /** A column header with the kind of table whose titles it has. */
  private record HeaderMatch(FixedPitchHeader header, TitleSchema schema) {}

  /**
   * Whether a caption or a unit of amounts is within {@link #MAX_LINES_BELOW_CAPTION} lines above a
   * line.
   */
  private static boolean hasCaptionAbove(List<FixedPitchLine> lines, int at) {
    for (int i = at - 1; i >= Math.max(0, at - MAX_LINES_BELOW_CAPTION); i--) {
      if (CAPTION.matches(lines.get(i).unspacedText())) {
        return true;
      }
    }
    return false;
  }

  /**
   * The header that begins at a line or just below it, by the first schema that accepts one. Null
   * if there is none, if neither the line nor the next has words with exact positions, or if the
   * line is too long.
   */
  private static @Nullable HeaderMatch findHeader(
      List<FixedPitchLine> lines, int at, List<TitleSchema> schemas) {
    boolean drawn =
        lines.subList(at, Math.min(lines.size(), at + 2)).stream()
            .anyMatch(FixedPitchLine::hasExactPositions);
    if (!drawn || lines.get(at).unspacedText().length() > MAX_LINE_LENGTH) {
      return null;
    }
    for (TitleSchema schema : schemas) {
      FixedPitchHeader header = FixedPitchHeader.findAt(lines, at, schema);
      if (header != null) {
        return new HeaderMatch(header, schema);
      }
    }
    return null;
  }

  /**
   * The header that begins at a line and is of the kind that a schema describes: that of an account
   * table, or that of any part of a form.
   */
  private static @Nullable FixedPitchHeader findHeaderOfSameKind(
      List<FixedPitchLine> lines, int at, TitleSchema schema) {
    HeaderMatch match =
        at == lines.size()
            ? null
            : findHeader(
                lines, at, schema.equals(ACCOUNT_SCHEMA) ? List.of(ACCOUNT_SCHEMA) : FORM_SCHEMAS);
    return match == null ? null : match.header();
  }

  /**
   * Reads the table below a header, with the pages on which it continues. The result begins at the
   * header and its first row has the column titles. Null if the words have no exact positions or
   * the rows cannot be read.
   */
  private static @Nullable TableMatch readTable(
      List<FixedPitchLine> lines, FixedPitchHeader header, TitleSchema schema) {
    boolean fund = schema.equals(FUNDING_SCHEMA);
    int limit =
        Math.min(lines.size(), header.endLine() + (fund ? MAX_FUNDING_BODY_LINES : MAX_BODY_LINES));
    List<FixedPitchTableBody.PageLines> pages = new ArrayList<>();
    pages.add(new FixedPitchTableBody.PageLines(header.titles(), new ArrayList<>()));
    Set<String> captions = captionsAbove(lines, header);
    int at = header.endLine();
    boolean numbered = false;
    while (at < limit) {
      int below = endOfCaptions(lines, captions, at);
      FixedPitchHeader again = findHeaderOfSameKind(lines, below, schema);
      if (again != null && again.columns().equals(header.columns())) {
        pages.add(new FixedPitchTableBody.PageLines(again.titles(), new ArrayList<>()));
        at = again.endLine();
        continue;
      }
      boolean other =
          again != null && (!schema.equals(ACCOUNT_SCHEMA) || hasCaptionAbove(lines, below));
      if (isEndOfTable(lines, at, schema)
          || isCaptionOfOtherTable(lines, at, captions)
          || (schema.equals(ACCOUNT_SCHEMA) && findHeader(lines, at, FORM_SCHEMAS) != null)
          || ((other || isEndOfTable(lines, below, schema))
              && areAllCaptions(lines.subList(at, below), captions))) {
        break;
      }
      boolean numbers = schema.equals(ACCOUNT_SCHEMA) && isColumnNumberLine(lines.get(at));
      numbered |= numbers;
      if (numbers && pages.getLast().lines().isEmpty() && pages.size() == 1) {
        pages.set(
            0,
            new FixedPitchTableBody.PageLines(
                withColumnNumbers(header, lines.get(at)), new ArrayList<>()));
      }
      if (!numbers && !isPageNumber(lines, at)) {
        List<FixedPitchLine> page = pages.getLast().lines();
        if (!page.isEmpty() && page.getLast().page() != lines.get(at).page()) {
          pages.add(new FixedPitchTableBody.PageLines(emptyTitles(header), new ArrayList<>()));
        }
        pages.getLast().lines().add(lines.get(at));
      }
      at++;
    }
    List<FixedPitchLine> kept = pages.getLast().lines();
    while (!kept.isEmpty() && !lines.get(at - 1).equals(kept.getLast())) {
      at--;
    }
    if (!haveMostlyExactPositions(pages)
        || (schema.equals(ACCOUNT_SCHEMA) && !hasExactTitlePositions(header))) {
      return null;
    }
    boolean empty = numbered && haveOnlyTotalLines(pages);
    List<List<String>> read =
        empty
            ? List.of()
            : FixedPitchRowJoiner.readRows(FixedPitchTableBody.assemble(header.columns(), pages));
    if (read.isEmpty() && !empty) {
      return null;
    }
    List<List<String>> rows = new ArrayList<>(read);
    rows.addFirst(header.columns().stream().map(Column::title).toList());
    return new TableMatch(header.startLine(), at, List.copyOf(rows));
  }

  /**
   * The lines above a header that are printed again on each page: a running head, the caption, the
   * unit. Lines with numbers among them are rows of a table above, unless they are captions.
   */
  private static Set<String> captionsAbove(List<FixedPitchLine> lines, FixedPitchHeader header) {
    return lines
        .subList(Math.max(0, header.startLine() - MAX_LINES_ABOVE_HEADER), header.startLine())
        .stream()
        .filter(
            line ->
                CAPTION.matches(line.unspacedText())
                    || line.words().stream().noneMatch(w -> CellTextClassifier.isNumber(w.text())))
        .map(FixedPitchLine::unspacedText)
        .collect(Collectors.toSet());
  }

  /** Index after the captions, page numbers and marks of continuation that begin at a line. */
  private static int endOfCaptions(List<FixedPitchLine> lines, Set<String> captions, int from) {
    int at = from;
    while (at < lines.size()
        && (areAllCaptions(lines.subList(at, at + 1), captions)
            || PAGE_NUMBER_OR_CONTINUATION.matcher(lines.get(at).unspacedText()).matches())) {
      at++;
    }
    return at;
  }

  private static boolean areAllCaptions(List<FixedPitchLine> lines, Set<String> captions) {
    return lines.stream()
        .map(line -> CONTINUATION_MARK.matcher(line.unspacedText()).replaceFirst(""))
        .allMatch(captions::contains);
  }

  /** Whether several title words have exact positions. */
  private static boolean hasExactTitlePositions(FixedPitchHeader header) {
    return header.titles().stream()
            .flatMap(title -> title.words().stream())
            .filter(word -> word.hasExactPosition() && word.start() > 0)
            .count()
        >= MIN_EXACT_TITLE_WORDS;
  }

  /** Whether at least half of the lines have words with exact positions. */
  private static boolean haveMostlyExactPositions(List<FixedPitchTableBody.PageLines> pages) {
    List<FixedPitchLine> lines =
        pages.stream().flatMap(pageLines -> pageLines.lines().stream()).toList();
    return 2 * lines.stream().filter(FixedPitchLine::hasExactPositions).count() >= lines.size();
  }

  /** Whether the lines below the column numbers contain nothing but words for the total. */
  private static boolean haveOnlyTotalLines(List<FixedPitchTableBody.PageLines> pages) {
    return pages.stream()
        .flatMap(page -> page.lines().stream())
        .allMatch(line -> CellTextClassifier.isOfClass(line.unspacedText(), CellTextClass.TOTAL));
  }

  private static List<FixedPitchTitle> emptyTitles(FixedPitchHeader header) {
    return Collections.nCopies(header.columns().size(), new FixedPitchTitle(List.of()));
  }

  /** Whether a line is the last of its page and contains only a page number. */
  private static boolean isPageNumber(List<FixedPitchLine> lines, int at) {
    boolean last = at + 1 == lines.size() || lines.get(at + 1).page() != lines.get(at).page();
    return last && PAGE_NUMBER.matcher(lines.get(at).unspacedText()).matches();
  }

  /** Whether a line contains only the numbers of the columns and no data: 类 款 项 栏次 1 2 3. */
  private static boolean isColumnNumberLine(FixedPitchLine line) {
    String labels =
        line.words().stream()
            .map(FixedPitchWord::text)
            .filter(text -> !NUMBER.matcher(text).matches())
            .collect(Collectors.joining());
    List<String> numbers = columnNumbers(line).stream().map(FixedPitchWord::text).toList();
    boolean ascend =
        IntStream.range(0, numbers.size())
            .allMatch(i -> numbers.get(i).equals(Integer.toString(i + 1)));
    return ascend
        && COLUMN_NUMBERS_LABEL.matcher(labels).matches()
        && (!labels.isEmpty() || numbers.size() >= MIN_COLUMN_NUMBERS);
  }

  private static List<FixedPitchWord> columnNumbers(FixedPitchLine line) {
    return line.words().stream().filter(word -> NUMBER.matcher(word.text()).matches()).toList();
  }

  /**
   * Returns the titles of a header with the column numbers below them if there is exactly one for
   * each column of amounts or percentages; otherwise the titles unchanged.
   */
  private static List<FixedPitchTitle> withColumnNumbers(
      FixedPitchHeader header, FixedPitchLine line) {
    List<FixedPitchWord> numbers = columnNumbers(line);
    List<FixedPitchTitle> titles = new ArrayList<>();
    int next = 0;
    for (int c = 0; c < header.columns().size(); c++) {
      FixedPitchTitle title = header.titles().get(c);
      ColumnType type = header.columns().get(c).type();
      boolean amount = type == ColumnType.AMOUNT || type == ColumnType.PERCENT;
      titles.add(
          amount && next < numbers.size() ? title.withColumnNumber(numbers.get(next)) : title);
      next += amount ? 1 : 0;
    }
    return next == numbers.size() ? titles : header.titles();
  }

  /** Whether a line begins its page with a caption that is not printed above the header. */
  private static boolean isCaptionOfOtherTable(
      List<FixedPitchLine> lines, int at, Set<String> captions) {
    return lines.get(at - 1).page() != lines.get(at).page()
        && CAPTION.matches(lines.get(at).unspacedText())
        && endOfCaptions(lines, captions, at) == at;
  }

  private static boolean isEndOfTable(List<FixedPitchLine> lines, int at, TitleSchema schema) {
    if (at == lines.size()) {
      return true;
    }
    FixedPitchLine line = lines.get(at);
    return line.words().stream().anyMatch(w -> w.text().length() > MAX_WORD_LENGTH)
        || schema.isEndOfTable(line);
  }
}
