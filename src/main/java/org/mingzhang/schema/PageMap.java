package org.mingzhang.schema;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.store.DataInput;
import org.apache.lucene.store.DataOutput;

/**
 * A mapping of offsets in a text to pages of the original. The arrays are not copied and must not
 * be changed.
 *
 * @param starts offsets at which a page begins, in UTF-16 units, ascending; the first is 0
 * @param pages 1-based page from each of these offsets on
 */
@SuppressWarnings("ArrayRecordComponent")
public record PageMap(int[] starts, int[] pages) {

  /** Creates the map of a text that is on one page. */
  public static PageMap ofPage(int page) {
    return new PageMap(new int[] {0}, new int[] {page});
  }

  /** The 1-based page of an offset. */
  public int pageAt(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return pages[Math.max(0, found >= 0 ? found : -found - 2)];
  }

  /** Writes the map as differences of offsets and pages. */
  void write(DataOutput out) throws IOException {
    out.writeVInt(starts.length);
    for (int i = 0; i < starts.length; i++) {
      out.writeVInt(i == 0 ? starts[0] : starts[i] - starts[i - 1]);
      out.writeZInt(i == 0 ? pages[0] : pages[i] - pages[i - 1]);
    }
  }

  /** Reads a map that {@link #write} wrote. */
  static PageMap read(DataInput in) throws IOException {
    int size = in.readVInt();
    int[] starts = new int[size];
    int[] pages = new int[size];
    for (int i = 0; i < size; i++) {
      starts[i] = in.readVInt() + (i == 0 ? 0 : starts[i - 1]);
      pages[i] = in.readZInt() + (i == 0 ? 0 : pages[i - 1]);
    }
    return new PageMap(starts, pages);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PageMap map
        && Arrays.equals(starts, map.starts)
        && Arrays.equals(pages, map.pages);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(starts) + Arrays.hashCode(pages);
  }

  @Override
  public String toString() {
    return Arrays.toString(starts) + Arrays.toString(pages);
  }
}
