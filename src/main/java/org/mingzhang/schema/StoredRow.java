package org.mingzhang.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.ByteBuffersDataOutput;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The stored part of a row, from which hits are displayed, without its text.
 *
 * @param id permalink id of the row
 * @param documentId permalink id of the document
 * @param documentTitle title of the document
 * @param path headings above the row, outermost first
 * @param title heading, name of indicator, figure or account, message of a finding, or title of the
 *     document
 * @param agency agency or null
 * @param region region path, empty if not stated
 * @param year fiscal year or null
 * @param category category label or null
 * @param topic topic label or null
 * @param page 1-based page in the original
 * @param amount amount in 元 as a decimal string; null for other rows
 * @param values further columns of the scope, by name
 * @param pages pages of the parts of the text; a single page for rows other than sections
 */
public record StoredRow(
    String id,
    String documentId,
    String documentTitle,
    List<String> path,
    String title,
    @Nullable String agency,
    List<String> region,
    @Nullable Integer year,
    @Nullable String category,
    @Nullable String topic,
    int page,
    @Nullable String amount,
    Map<String, String> values,
    PageMap pages) {

  /** Makes an immutable copy of the collections. */
  public StoredRow {
    path = List.copyOf(path);
    region = List.copyOf(region);
    values = Map.copyOf(values);
  }

  /** Encodes the row as the bytes that the index stores. */
  BytesRef encode() {
    try {
      ByteBuffersDataOutput out = new ByteBuffersDataOutput();
      out.writeString(id);
      out.writeString(documentId);
      out.writeString(documentTitle);
      writeList(out, path);
      out.writeString(title);
      writeOptional(out, agency);
      writeList(out, region);
      out.writeVInt(year == null ? 0 : year);
      writeOptional(out, category);
      writeOptional(out, topic);
      out.writeVInt(page);
      writeOptional(out, amount);
      out.writeMapOfStrings(new TreeMap<>(values));
      pages.write(out);
      return new BytesRef(out.toArrayCopy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Decodes a row that {@link #encode} wrote; other bytes give an exception or a wrong row. */
  public static StoredRow decode(BytesRef bytes) {
    try {
      ByteArrayDataInput in = new ByteArrayDataInput(bytes.bytes, bytes.offset, bytes.length);
      return new StoredRow(
          in.readString(),
          in.readString(),
          in.readString(),
          readList(in),
          in.readString(),
          readOptional(in),
          readList(in),
          readYear(in),
          readOptional(in),
          readOptional(in),
          in.readVInt(),
          readOptional(in),
          in.readMapOfStrings(),
          PageMap.read(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static @Nullable Integer readYear(ByteArrayDataInput in) {
    int year = in.readVInt();
    return year == 0 ? null : (Integer) year;
  }

  private static void writeList(ByteBuffersDataOutput out, List<String> list) throws IOException {
    out.writeVInt(list.size());
    for (String s : list) {
      out.writeString(s);
    }
  }

  private static List<String> readList(ByteArrayDataInput in) throws IOException {
    int size = in.readVInt();
    List<String> list = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      list.add(in.readString());
    }
    return list;
  }

  private static void writeOptional(ByteBuffersDataOutput out, @Nullable String s)
      throws IOException {
    out.writeByte((byte) (s == null ? 0 : 1));
    if (s != null) {
      out.writeString(s);
    }
  }

  private static @Nullable String readOptional(ByteArrayDataInput in) throws IOException {
    return in.readByte() == 0 ? null : in.readString();
  }
}
