package org.mingzhang.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as data.
 *
 * @param sectionPath path of the section that contains it
 * @param title printed caption, or empty; the list of the bodies that a document covers, which has
 *     no caption, is called 部门决算编制范围单位表 or similar
 * @param unit unit of its amounts as printed, or null
 * @param page 1-based page on which it starts
 * @param header one name for each column; the rows of a header are joined with {@code /} from the
 *     top
 * @param rows data rows with as many cells as the header; an empty cell is an empty string
 * @param rowPages 1-based page of each row
 */
public record TableData(
    String sectionPath,
    String title,
    @Nullable String unit,
    int page,
    List<String> header,
    List<List<String>> rows,
    List<Integer> rowPages) {
  /** Title of the column that shows amounts whose column is unknown: "column unknown". */
  public static final String UNPLACED_AMOUNTS = "栏次不明";

  /** Makes an immutable copy of header, rows and pages; their sizes are not checked. */
  public TableData {
    header = List.copyOf(header);
    rows = rows.stream().map(List::copyOf).toList();
    rowPages = List.copyOf(rowPages);
  }
}
