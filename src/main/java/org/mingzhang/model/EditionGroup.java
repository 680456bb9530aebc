package org.mingzhang.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A group of documents that are the same disclosure: as PDF, Word file or web page, on several
 * sites, or with corrections. Result lists show only the primary document of a group.
 *
 * @param primaryId permalink id of the primary document; empty if the document has no other
 *     editions
 * @param all all editions, the primary one first; empty if the document has no other editions
 * @param isIncomplete whether {@code all} is incomplete; the primary document then lists all
 *     editions
 */
public record EditionGroup(String primaryId, List<Edition> all, boolean isIncomplete) {
  /** The editions of a disclosure that is published once. */
  public static final EditionGroup NONE = new EditionGroup("", List.of());

  /**
   * Maximum size of a group in which every edition lists all others. In larger groups only the
   * primary one does, because otherwise each new copy would require all others to be indexed again.
   */
  public static final int MAX_FULLY_LISTED_SIZE = 8;

  private static final String EDITIONS_COLUMN = "editions";
  private static final String PARTIAL_MARKER = "+";

  /**
   * One of the documents of the group.
   *
   * @param id permalink id
   * @param mediaType media type of its original file
   */
  public record Edition(String id, String mediaType) {}

  /** Makes an immutable copy of the list. */
  public EditionGroup {
    all = List.copyOf(all);
  }

  /** Creates a group that lists all editions, the primary one first. */
  public EditionGroup(String primaryId, List<Edition> all) {
    this(primaryId, all, false);
  }

  /**
   * The group as one of its editions stores it: whole or, if the group has more than {@value
   * #MAX_FULLY_LISTED_SIZE} editions and the given one is not the primary, with only the primary
   * edition and the given one.
   */
  public EditionGroup listFor(Edition edition) {
    return all.size() <= MAX_FULLY_LISTED_SIZE || edition.id().equals(primaryId)
        ? this
        : new EditionGroup(primaryId, List.of(all.getFirst(), edition), true);
  }

  /** Whether the group has a primary edition other than this document. */
  public boolean isSecondary(String documentId) {
    return !primaryId.isEmpty() && !primaryId.equals(documentId);
  }

  /** Adds a column with the encoded editions to those of an index row; none for {@link #NONE}. */
  public void addTo(Map<String, String> values) {
    if (!all.isEmpty()) {
      values.put(EDITIONS_COLUMN, encode());
    }
  }

  /**
   * Encodes the group as one line: {@code id mediaType} for each edition in order, separated by
   * {@code |}, and {@code |+} at the end of a partial group; empty for {@link #NONE}.
   */
  public String encode() {
    List<String> parts = new ArrayList<>();
    all.forEach(edition -> parts.add(edition.id() + " " + edition.mediaType()));
    if (isIncomplete) {
      parts.add(PARTIAL_MARKER);
    }
    return String.join("|", parts);
  }

  /**
   * Decodes the group from the columns of an index row; {@link #NONE} if they have no editions.
   * Malformed editions are skipped.
   */
  public static EditionGroup decode(Map<String, String> values) {
    String encoded = values.getOrDefault(EDITIONS_COLUMN, "");
    List<Edition> all = new ArrayList<>();
    boolean partial = encoded.endsWith("|" + PARTIAL_MARKER);
    for (String part : encoded.isEmpty() ? new String[0] : encoded.split("\\|")) {
      int blank = part.indexOf(' ');
      if (blank < 0) {
        continue;
      }
      all.add(new Edition(part.substring(0, blank), part.substring(blank + 1)));
    }
    return all.isEmpty() ? NONE : new EditionGroup(all.getFirst().id(), all, partial);
  }
}
