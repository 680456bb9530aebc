package org.mingzhang.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The documents that are one disclosure: the same text as PDF, Word or page, on several sites, or
 * with corrections.
 *
 * @param primary permalink id of the one that stands for all in lists; empty where a document is
 *     alone
 * @param all all of them, the primary one first; empty where a document is alone
 * @param partial whether {@code all} leaves others out, which the primary document lists
 */
public record Editions(String primary, List<Edition> all, boolean partial) {
  /** A document without others. */
  public static final Editions NONE = new Editions("", List.of());

  /**
   * Most editions that each of them lists. Of more only the primary one lists all, since else each
   * new copy would change what the index has of all others.
   */
  public static final int MOST_LISTED = 8;

  private static final String VALUE = "editions";
  private static final String OTHERS = "+";

  /**
   * One of the documents.
   *
   * @param id permalink id
   * @param mediaType type of its original
   */
  public record Edition(String id, String mediaType) {}

  /** Copies the list. */
  public Editions {
    all = List.copyOf(all);
  }

  /** All editions, with the primary one first. */
  public Editions(String primary, List<Edition> all) {
    this(primary, all, false);
  }

  /** What one of the editions lists: all, or the primary one and itself where there are many. */
  public Editions listedBy(Edition own) {
    return all.size() <= MOST_LISTED || own.id().equals(primary)
        ? this
        : new Editions(primary, List.of(all.getFirst(), own), true);
  }

  /** Whether a document is passed over in lists, since another one stands for it. */
  public boolean passesOver(String documentId) {
    return !primary.isEmpty() && !primary.equals(documentId);
  }

  /** Adds itself to the columns of a row. */
  public void addTo(Map<String, String> values) {
    if (!all.isEmpty()) {
      values.put(VALUE, encode());
    }
  }

  /** As one line; equal for equal editions. */
  public String encode() {
    List<String> parts = new ArrayList<>();
    all.forEach(edition -> parts.add(edition.id() + " " + edition.mediaType()));
    if (partial) {
      parts.add(OTHERS);
    }
    return String.join("|", parts);
  }

  /** What the columns of a row say; {@link #NONE} where they say nothing. */
  public static Editions of(Map<String, String> values) {
    String encoded = values.getOrDefault(VALUE, "");
    List<Edition> all = new ArrayList<>();
    boolean partial = encoded.endsWith("|" + OTHERS);
    for (String part : encoded.isEmpty() ? new String[0] : encoded.split("\\|")) {
      int blank = part.indexOf(' ');
      if (blank < 0) {
        continue;
      }
      all.add(new Edition(part.substring(0, blank), part.substring(blank + 1)));
    }
    return all.isEmpty() ? NONE : new Editions(all.getFirst().id(), all, partial);
  }
}
