package org.mingzhang.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as data.
 *
 * @param section path of the section it stands in
 * @param title printed caption; the list of the bodies that a document covers has none and is
 *     called 部门决算编制范围单位表 or the like; else empty
 * @param unit unit of its amounts as printed, or null
 * @param page 1-based page on which it starts
 * @param header one name a column; a header of several rows is joined with {@code /} from the top
 * @param rows data rows, as many cells each as the header; an empty cell is an empty string
 * @param rowPages 1-based page of each row
 */
public record TableData(
    String section,
    String title,
    @Nullable String unit,
    int page,
    List<String> header,
    List<List<String>> rows,
    List<Integer> rowPages) {

  /** Copies the rows. */
  public TableData {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    rowPages = List.copyOf(rowPages);
  }
}
