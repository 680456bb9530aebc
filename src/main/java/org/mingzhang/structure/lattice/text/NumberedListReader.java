package org.mingzhang.structure.lattice.text;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.grid.TableMatch;
import org.mingzhang.structure.lattice.CellTextClass;
import org.mingzhang.structure.lattice.CellTextClassifier;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.structure.lattice.schema.AccountColumnFactory;
import org.mingzhang.structure.lattice.schema.AccountTitleMapper;
import org.mingzhang.text.PatternTable;

/**
 * Reads a list of several columns whose rows do not end with a line: all of it is on one line, or
 * each cell is on a line of its own. The numbers of the rows, which must follow each other, show
 * where rows begin; without them, a list on one line is read if all its rows have numbers at the
 * same places and add up to its total. Stateless.
 */
final class NumberedListReader {
  private static final PatternTable PATTERNS =
      PatternTable.readForPackageOf(NumberedListReader.class);
  private static final Pattern FORM_TITLE = PATTERNS.get("pipe-column-of-forms");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000\\u00a0]+");
  private static final Pattern TITLE_SEPARATOR = Pattern.compile("[\\s\\u3000/／、;；]+");

  /** The number of a row, after normalization: 3, 03, (3), 3. */
  private static final Pattern ROW_NUMBER = Pattern.compile("\\(?0?(\\d{1,3})[)）]?[.、．]?");

  /** A row number with the name behind it: （3）堤防加固, 3、堤防加固. */
  private static final Pattern NUMBER_AND_NAME =
      Pattern.compile("([（(]\\d{1,3}[）)][.、．]?|\\d{1,3}[.、．]|[①-⑳⑴-⒇])(?=\\p{IsHan})(.+)");

  private static final Pattern ROW_NUMBER_DIGITS = Pattern.compile("[0-9０-９]+");
  private static final Pattern CIRCLED_NUMBER = Pattern.compile("[①-⑳⑴-⒇]");

  /** Number of words below the rows that are searched for a further row on another page. */
  private static final int MAX_WORDS_BETWEEN_PAGES = 30;

  private static final int MIN_COLUMNS = 3;
  private static final int MAX_COLUMNS = 12;
  private static final int MIN_ROWS = 3;
  private static final int MAX_LINES = 600;
  private static final int MIN_LINE_LENGTH = 60;

  /** Maximum number of texts by which broken cells lengthen a row. */
  private static final int MAX_BREAKS = 4;

  private final List<Word> words;
  private final List<List<String>> rows = new ArrayList<>();
  private int end;
  private @Nullable List<String> totalRow;

  private NumberedListReader(List<Word> words) {
    this.words = words;
  }

  /** A text between blanks, and the index of its line. */
  private record Word(String text, int line) {}

  /** The list whose titles begin on a line; null if there is none. */
  static @Nullable ListInLines readAt(List<String> lines, int at) {
    String line = lines.get(at);
    if (line.indexOf('|') >= 0 || line.indexOf('｜') >= 0) {
      return null;
    }
    List<String> first = List.of(BLANKS.split(line.strip()));
    int title = indexOfNumberTitle(first);
    if (title >= 0) {
      return readNumbered(lines, at, first, title);
    }
    return line.length() < MIN_LINE_LENGTH ? null : readUnnumbered(line, at, first);
  }

  private static int indexOfNumberTitle(List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      String text = TITLE_SEPARATOR.split(texts.get(i), 2)[0];
      if (text.length() < 4 && AccountTitleMapper.findType(text) == ColumnType.ORDINAL) {
        return i;
      }
    }
    return -1;
  }

  private static @Nullable ListInLines readNumbered(
      List<String> lines, int at, List<String> first, int title) {
    List<Word> words = new ArrayList<>();
    first.subList(title, first.size()).forEach(text -> words.add(new Word(text, at)));
    List<String> titles = new ArrayList<>();
    int from = -1;
    int limit = Math.min(lines.size(), at + MAX_LINES);
    for (int next = at + 1, i = 0; from < 0; i++) {
      for (; i == words.size() && next < limit; next++) {
        addWords(words, lines.get(next), next);
      }
      if (i >= words.size() || titles.size() > MAX_COLUMNS) {
        return null;
      }
      if (!titles.isEmpty() && splitRowNumber(words, i, 1)) {
        from = i;
        for (; next < limit; next++) {
          addWords(words, lines.get(next), next);
        }
      } else {
        Arrays.stream(TITLE_SEPARATOR.split(words.get(i).text()))
            .filter(text -> !text.isEmpty())
            .forEach(titles::add);
      }
    }
    NumberedListReader reader = new NumberedListReader(words);
    return areTitles(titles)
            && !reader.hasRowPerLine(from, titles.size())
            && reader.tryReadNumberedRows(from, titles.size())
        ? reader.toList(at, first.subList(0, title), titles)
        : null;
  }

  private static void addWords(List<Word> words, String line, int index) {
    BLANKS
        .splitAsStream(line.strip())
        .filter(text -> !text.isEmpty())
        .forEach(text -> words.add(new Word(text, index)));
  }

  private static boolean areTitles(List<String> titles) {
    return titles.size() >= MIN_COLUMNS
        && titles.size() <= MAX_COLUMNS
        && new HashSet<>(titles).size() == titles.size()
        && titles.stream().noneMatch(title -> FORM_TITLE.matcher(title).find())
        && titles.stream()
            .allMatch(
                title -> AccountColumnFactory.mayBeTitle(title) && !ListRowAligner.isValue(title));
  }

  /** Whether the first row fills its line, so that the ends of lines are those of rows. */
  private boolean hasRowPerLine(int from, int width) {
    int line = words.get(from).line();
    int next = from + 1;
    while (next < words.size() && words.get(next).line() == line) {
      next++;
    }
    return next > from + 1 && next <= from + width + 1;
  }

  /**
   * Whether a word is the row number, or begins with it; a name behind the number becomes a word of
   * its own.
   */
  private static boolean splitRowNumber(List<Word> words, int at, int number) {
    Word word = words.get(at);
    if (isRowNumber(word.text(), number)) {
      return true;
    }
    Matcher named = NUMBER_AND_NAME.matcher(word.text());
    if (!named.matches() || !isRowNumber(named.group(1), number)) {
      return false;
    }
    words.set(at, new Word(named.group(1), word.line()));
    words.add(at + 1, new Word(named.group(2), word.line()));
    return true;
  }

  private static boolean isRowNumber(String text, int number) {
    if (text.length() > 6) {
      return false;
    }
    Matcher row = ROW_NUMBER.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC));
    return row.matches() && Integer.parseInt(row.group(1)) == number;
  }

  private boolean isTotal(int at) {
    return at < words.size()
        && CellTextClassifier.isOfClass(words.get(at).text(), CellTextClass.TOTAL);
  }

  /** Reads the rows from a row number on; returns false if they do not fit the columns. */
  private boolean tryReadNumberedRows(int from, int width) {
    List<List<String>> printed = new ArrayList<>();
    int at = from;
    for (int number = 2; at < words.size() && !isTotal(at); number++) {
      int next = findNextRow(at, width, number);
      if (next < 0) {
        return false;
      }
      printed.add(textsBetween(at, next));
      at = next;
      if (at < words.size() && !isTotal(at) && !splitRowNumber(words, at, number)) {
        break;
      }
    }
    boolean whole = isTotal(at) || printed.stream().allMatch(row -> row.size() == width);
    return whole
        && haveSameStyle(printed)
        && !isFollowedByRow(at, printed.size() + 1)
        && tryAlign(printed, at, width);
  }

  /** Whether the numbers of all rows are printed in the same way, for example all in brackets. */
  private static boolean haveSameStyle(List<List<String>> rows) {
    return rows.stream()
            .map(row -> ROW_NUMBER_DIGITS.matcher(row.getFirst()).replaceAll("#"))
            .map(row -> CIRCLED_NUMBER.matcher(row).replaceAll("*"))
            .distinct()
            .count()
        == 1;
  }

  /** Whether a row number follows soon below the rows, as behind titles that are printed again. */
  private boolean isFollowedByRow(int from, int number) {
    return words.subList(from, Math.min(words.size(), from + MAX_WORDS_BETWEEN_PAGES)).stream()
        .anyMatch(word -> isRowNumber(word.text(), number));
  }

  /**
   * Index of the word at which the row after one begins, or the total, or the text below the list;
   * negative if it is doubtful.
   */
  private int findNextRow(int at, int width, int number) {
    int exact = at + width;
    if (exact < words.size() && (isTotal(exact) || splitRowNumber(words, exact, number))) {
      return exact;
    }
    int found = -1;
    for (int i = at + 2; i < Math.min(words.size(), exact + MAX_BREAKS + 1); i++) {
      boolean named = i + 1 < words.size() && !ListRowAligner.isValue(words.get(i + 1).text());
      if (isTotal(i)) {
        return found < 0 ? i : -1;
      }
      if (named && splitRowNumber(words, i, number)) {
        if (found >= 0) {
          return -1;
        }
        found = i;
      }
    }
    return found >= 0 ? found : exact <= words.size() ? exact : -1;
  }

  private List<String> textsBetween(int from, int to) {
    return words.subList(from, to).stream().map(Word::text).toList();
  }

  private boolean tryAlign(List<List<String>> printed, int at, int width) {
    ListRowAligner aligner = ListRowAligner.create(width, printed);
    if (aligner == null || printed.size() < MIN_ROWS) {
      return false;
    }
    for (List<String> texts : printed) {
      List<String> cells = aligner.align(texts);
      if (cells == null) {
        return false;
      }
      rows.add(cells);
    }
    end = at;
    return !isTotal(at) || tryReadTotal(at, aligner);
  }

  /** Reads the total of the list; returns false if none of its numbers is the sum of a column. */
  private boolean tryReadTotal(int at, ListRowAligner aligner) {
    for (end = at + 1; end < words.size(); end++) {
      if (!ListRowAligner.mayBeInNumericColumn(words.get(end).text())) {
        break;
      }
    }
    int label = isRowNumber(rows.getFirst().getFirst(), 1) ? 1 : 0;
    totalRow = aligner.alignTotal(textsBetween(at, end), label, rows);
    return totalRow != null;
  }

  /** The list of a line without row numbers; null if it can be read in no or more than one way. */
  private static @Nullable ListInLines readUnnumbered(String line, int at, List<String> texts) {
    List<Word> words = new ArrayList<>();
    addWords(words, line, at);
    int titles = 0;
    for (int i = 0; i < texts.size() && !ListRowAligner.isValue(texts.get(i)); i++) {
      titles = AccountBodyFinder.isCaption(texts.get(i)) ? i + 1 : titles;
    }
    ListInLines found = null;
    for (int width = MIN_COLUMNS; width <= MAX_COLUMNS; width++) {
      NumberedListReader reader = new NumberedListReader(words);
      int from = titles + width;
      if (from < words.size()
          && areTitles(texts.subList(titles, from))
          && reader.tryReadUnnumberedRows(from, width)) {
        if (found != null) {
          return null;
        }
        found = reader.toList(at, texts.subList(0, titles), texts.subList(titles, from));
      }
    }
    return found;
  }

  private boolean tryReadUnnumberedRows(int from, int width) {
    List<List<String>> printed = new ArrayList<>();
    int at = from;
    for (; at + width < words.size() && !isTotal(at); at += width) {
      printed.add(textsBetween(at, at + width));
    }
    return isTotal(at)
        && printed.stream().noneMatch(row -> ListRowAligner.isValue(row.getFirst()))
        && tryAlign(printed, at, width);
  }

  private ListInLines toList(int line, List<String> before, List<String> titles) {
    List<List<String>> table = new ArrayList<>();
    table.add(titles);
    table.addAll(rows);
    if (totalRow != null) {
      table.add(totalRow);
    }
    int last = words.get(end - 1).line();
    List<String> after = new ArrayList<>();
    for (int i = end; i < words.size() && words.get(i).line() == last; i++) {
      after.add(words.get(i).text());
    }
    return new ListInLines(before, new TableMatch(line, last + 1, table), String.join(" ", after));
  }
}
