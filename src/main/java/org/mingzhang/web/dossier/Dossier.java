package org.mingzhang.web.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a reader keeps, in order.
 *
 * @param title its title, or empty
 * @param entries at most {@link #MOST}
 */
public record Dossier(String title, List<Entry> entries) {
  /** Entries of one dossier. */
  public static final int MOST = 500;

  /** Copies the entries. */
  public Dossier {
    entries = List.copyOf(entries);
  }

  /** What an entry is. */
  public enum Kind {
    HEADING,
    TEXT,
    SECTION,
    SENTENCE,
    FIGURE,
    FINDING,
    INDICATOR,
    TABLE;

    /** Lower-case name in files. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is the reader's own and cites nothing. */
    public boolean own() {
      return this == HEADING || this == TEXT;
    }

    /** The kind with this name. */
    static Optional<Kind> ofId(String id) {
      return Arrays.stream(values()).filter(k -> k.id().equals(id)).findFirst();
    }
  }

  /**
   * An entry.
   *
   * @param kind what it is
   * @param document permalink id of the document, empty for what is the reader's own
   * @param section permalink slug of the section, or empty for the whole document
   * @param anchor name of the place in the section's page, or empty
   * @param version fingerprint of the original that was read, 8 to 64 hexadecimal digits; empty for
   *     the newest at the time it is first shown
   * @param page 1-based page of the original, 0 where it is not known
   * @param label name of the entry; the text of a heading
   * @param quote words of the place
   * @param note the reader's note, in Markdown
   */
  public record Entry(
      Kind kind,
      String document,
      String section,
      String anchor,
      String version,
      int page,
      String label,
      String quote,
      String note) {
    /** The same of a version. */
    Entry of(String sha256) {
      return new Entry(kind, document, section, anchor, sha256, page, label, quote, note);
    }
  }
}
