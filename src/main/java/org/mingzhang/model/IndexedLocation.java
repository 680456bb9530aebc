package org.mingzhang.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A location of a fact in the index: a {@link FactLocation} without its quote and with the
 * permalink of its section.
 *
 * @param sectionSlug permalink slug of the section; empty if the location is in no section
 * @param page 1-based page
 * @param start offset of the printed number in {@link Section#text()}, in UTF-16 units
 * @param end offset after it; equal to {@code start} if the number was not found in the text
 * @param cell the cell of a data table; null for prose and performance forms
 */
public record IndexedLocation(
    String sectionSlug, int page, int start, int end, FactLocation.@Nullable Cell cell) {
  private static final Pattern ENCODED_LOCATION =
      Pattern.compile(
          "([^\\s@]*)@(\\d{1,9}):(\\d{1,9})-(\\d{1,9})(?:t(\\d{1,9})r(\\d{1,9})c(\\d{1,9}))?");

  /**
   * Encodes locations as one line, separated by blanks, each as {@code slug@page:start-end},
   * followed by table, row and column of a cell: {@code t0r1c2}.
   */
  public static String encode(List<IndexedLocation> locations) {
    return locations.stream().map(IndexedLocation::encode).collect(Collectors.joining(" "));
  }

  private String encode() {
    String at = sectionSlug + "@" + page + ":" + start + "-" + end;
    return cell == null
        ? at
        : at + "t" + cell.tableIndex() + "r" + cell.row() + "c" + cell.column();
  }

  /** Decodes the locations of a line; malformed parts are skipped. */
  public static List<IndexedLocation> decode(String line) {
    List<IndexedLocation> places = new ArrayList<>();
    for (String part : line.split(" ", -1)) {
      Matcher form = ENCODED_LOCATION.matcher(part);
      if (form.matches()) {
        places.add(
            new IndexedLocation(
                form.group(1),
                Integer.parseInt(form.group(2)),
                Integer.parseInt(form.group(3)),
                Integer.parseInt(form.group(4)),
                form.group(5) == null ? null : parseCell(form)));
      }
    }
    return places;
  }

  private static FactLocation.Cell parseCell(Matcher match) {
    return new FactLocation.Cell(
        Integer.parseInt(match.group(5)),
        Integer.parseInt(match.group(6)),
        Integer.parseInt(match.group(7)));
  }
}
