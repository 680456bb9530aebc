package org.mingzhang.web.dossier;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A dossier: a reader's ordered collection of citations, headings and notes.
 *
 * @param title title, or empty
 * @param entries entries in order; files with more than {@link #MAX_ENTRIES} are not read
 */
public record Dossier(String title, List<Entry> entries) {
  /** Maximum number of entries of a dossier. */
  public static final int MAX_ENTRIES = 500;

  /** Makes an immutable copy of the entries. */
  public Dossier {
    entries = List.copyOf(entries);
  }

  /** Whether an entry is a citation, a heading or a note. */
  public enum EntryKind {
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

    /** Whether an entry of this kind was written by the reader and cites nothing. */
    public boolean isOwnText() {
      return this == HEADING || this == TEXT;
    }

    /** The kind with this {@link #id}; empty if there is none. */
    static Optional<EntryKind> ofId(String id) {
      return Arrays.stream(values()).filter(k -> k.id().equals(id)).findFirst();
    }
  }

  /**
   * A citation, heading or note of the dossier.
   *
   * @param kind kind of the entry
   * @param documentId permalink id of the document, or empty for text written by the reader
   * @param sectionSlug permalink slug of the section, or empty for the whole document
   * @param anchor fragment id of the place in the section's page, or empty
   * @param version SHA-256 prefix of the original that was read, 8 to 64 hexadecimal digits; empty
   *     for the version that is the newest when the entry is first shown
   * @param page 1-based page of the original, or 0 if unknown
   * @param label name of the entry; the text of a heading
   * @param quote text of the place
   * @param note the reader's note, in Markdown
   */
  public record Entry(
      EntryKind kind,
      String documentId,
      String sectionSlug,
      String anchor,
      String version,
      int page,
      String label,
      String quote,
      String note) {
    Entry withWords(String otherLabel, String otherQuote) {
      return new Entry(
          kind, documentId, sectionSlug, anchor, version, page, otherLabel, otherQuote, note);
    }

    Entry withVersion(String sha256) {
      return new Entry(kind, documentId, sectionSlug, anchor, sha256, page, label, quote, note);
    }
  }
}
