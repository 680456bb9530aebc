package org.mingzhang.structure.lattice.text;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.mingzhang.structure.lattice.ColumnType;
import org.mingzhang.text.ColumnTitles;
import org.mingzhang.text.TsvResource;

/**
 * Finds the headers of prescribed tables whose titles are broken: extraction from a page prints the
 * lines of wrapped, centered titles in any order (对附属单位补 … 助支出). What remains is the number of
 * times each character occurs in the header, which identifies one of the headers in {@code
 * prescribed-headers.tsv}. Stateless.
 */
final class PrescribedHeaderFinder {
  private static final List<PrescribedHeader> HEADERS =
      TsvResource.parseRows(ColumnType.class, "prescribed-headers.tsv", 3, PrescribedHeader::parse);

  /** Maximum number of lines of a header. */
  private static final int MAX_LINES = 60;

  /** Maximum number of characters that a header lacks or has in addition to those prescribed. */
  private static final int MAX_DIFFERENCE = 1;

  private PrescribedHeaderFinder() {}

  /**
   * A prescribed header.
   *
   * @param titles the titles of its columns, each preceded by those of its column groups
   * @param requiredCharacters the characters of all titles, sorted
   * @param optionalCharacters further characters that it may have, sorted
   */
  private record PrescribedHeader(
      List<String> titles, String requiredCharacters, String optionalCharacters) {
    static PrescribedHeader parse(List<String> row) {
      List<String> titles = TsvResource.splitList(row.get(0));
      String groups =
          titles.stream()
              .filter(title -> !ColumnTitles.lastLevel(title).equals(title))
              .map(title -> title.substring(0, title.indexOf('/')))
              .distinct()
              .collect(Collectors.joining());
      String leaves = titles.stream().map(ColumnTitles::lastLevel).collect(Collectors.joining());
      return new PrescribedHeader(
          titles, sortedIdeographs(groups + leaves), sortedIdeographs(row.get(1)));
    }

    /** The number of characters of a printed header that this one does not have. */
    int countUnexpected(String header) {
      return subtractCharacters(subtractCharacters(header, requiredCharacters), optionalCharacters)
          .length();
    }

    /** The number of characters by which a printed header differs from this one. */
    int differenceTo(String header) {
      return subtractCharacters(requiredCharacters, header).length() + countUnexpected(header);
    }
  }

  /** The header of a prescribed table that begins at a chunk; null if there is none. */
  static @Nullable AccountHeader find(ChunkSequence passage, int start) {
    AccountHeader found = null;
    int least = MAX_DIFFERENCE + 1;
    int last = passage.chunk(start).line() + MAX_LINES;
    StringBuilder text = new StringBuilder();
    List<PrescribedHeader> possible = HEADERS;
    int at = start;
    while (!possible.isEmpty() && at < passage.size() && passage.chunk(at).line() <= last) {
      int end = passage.endOfLine(at);
      text.append(passage.textOf(at, end));
      at = end;
      String header = sortedIdeographs(text.toString());
      possible =
          possible.stream().filter(f -> f.countUnexpected(header) <= MAX_DIFFERENCE).toList();
      for (PrescribedHeader prescribed : possible) {
        int difference = prescribed.differenceTo(header);
        if (difference < least || (difference == least && found != null)) {
          found = AccountHeader.create(end - start, prescribed.titles());
          least = difference;
        }
      }
    }
    return found;
  }

  /** The ideographs of a text, each as often as it occurs, in the order of their codes. */
  private static String sortedIdeographs(String text) {
    return text.chars()
        .filter(Character::isIdeographic)
        .sorted()
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  /** The characters of a sorted text that remain when those of another sorted one are taken out. */
  private static String subtractCharacters(String from, String taken) {
    StringBuilder rest = new StringBuilder();
    int t = 0;
    for (int f = 0; f < from.length(); f++) {
      char c = from.charAt(f);
      while (t < taken.length() && taken.charAt(t) < c) {
        t++;
      }
      if (t < taken.length() && taken.charAt(t) == c) {
        t++;
      } else {
        rest.append(c);
      }
    }
    return rest.toString();
  }
}
