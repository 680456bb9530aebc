package org.mingzhang.collect.warc;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** A minimal WARC reader (ISO 28500), independent of the library under test. */
public final class PlainWarc {
  /** A record: its fields by their names as written, and its block. */
  public static final class Entry {
    private final Map<String, String> fields;
    private final byte[] block;

    Entry(Map<String, String> fields, byte[] block) {
      this.fields = fields;
      this.block = block;
    }

    public String field(String name) {
      return String.valueOf(fields.get(name));
    }

    public byte[] block() {
      return block.clone();
    }
  }

  private PlainWarc() {}

  public static List<Entry> read(Path file) throws IOException {
    byte[] all;
    try (GZIPInputStream in =
        new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
      all = in.readAllBytes();
    }
    List<Entry> entries = new ArrayList<>();
    int at = 0;
    while (at < all.length) {
      Map<String, String> fields = new LinkedHashMap<>();
      String version = line(all, at);
      if (!version.equals("WARC/1.1")) {
        throw new IOException("no record at " + at + ": " + version);
      }
      at += version.length() + 2;
      for (String line = line(all, at); !line.isEmpty(); line = line(all, at)) {
        int colon = line.indexOf(": ");
        fields.put(line.substring(0, colon), line.substring(colon + 2));
        at += line.length() + 2;
      }
      at += 2;
      int length = Integer.parseInt(fields.get("Content-Length"));
      ByteArrayOutputStream block = new ByteArrayOutputStream();
      block.write(all, at, length);
      at += length;
      if (!line(all, at).isEmpty() || !line(all, at + 2).isEmpty()) {
        throw new IOException("a record without its two empty lines before " + at);
      }
      at += 4;
      entries.add(new Entry(fields, block.toByteArray()));
    }
    return entries;
  }

  private static String line(byte[] all, int from) throws IOException {
    for (int i = from; i + 1 < all.length; i++) {
      if (all[i] == '\r' && all[i + 1] == '\n') {
        return new String(all, from, i - from, StandardCharsets.UTF_8);
      }
    }
    throw new IOException("a line without an end at " + from);
  }
}
