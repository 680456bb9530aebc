package org.mingzhang.web.source;

import java.util.List;

/**
 * Damage of a part of the data.
 *
 * @param part which
 * @param mending whether it is being repaired now
 * @param done how much of it is repaired
 * @param total how much there is to repair; 0 where unknown
 * @param names documents concerned, or what could not be restored; for the operator, not for pages
 */
public record DataFault(Component part, boolean mending, int done, int total, List<String> names) {
  /** Makes an immutable copy of the names. */
  public DataFault {
    names = List.copyOf(names);
  }

  /** A part of the data that can be damaged independently of the others. */
  public enum Component {
    /** The search index. */
    INDEX("index"),
    /** Records of what was read from originals. */
    RECORDS("records"),
    /** Which file is which version of which document, and all permalinks. */
    LEDGER("ledger"),
    /** Nothing is damaged, but the disk is full or read-only. */
    DISK("disk");

    private final String id;

    Component(String id) {
      this.id = id;
    }

    /** Name in addresses and messages. */
    public String id() {
      return id;
    }
  }

  /** The key of the message that readers see about the damage. */
  public String message() {
    return "condition." + part.id() + (mending ? ".mending" : ".damaged");
  }
}
