package org.mingzhang.web.source;

import java.util.List;

/**
 * Damage of a part of the data.
 *
 * @param part the damaged part
 * @param isBeingRepaired whether it is currently being repaired
 * @param repairedCount number of repaired items
 * @param itemCount number of items to repair; 0 if unknown
 * @param names affected documents, or names of what could not be restored; for the operator, not
 *     for pages
 */
public record DataFault(
    Component part, boolean isBeingRepaired, int repairedCount, int itemCount, List<String> names) {
  /** Makes an immutable copy of the names. */
  public DataFault {
    names = List.copyOf(names);
  }

  /** A part of the data that can be damaged independently of the others. */
  public enum Component {
    /** The search index. */
    INDEX("index"),
    /** The records, which contain what was read from originals. */
    RECORDS("records"),
    /** The ledger of files, documents, versions and permalinks. */
    LEDGER("ledger"),
    /** The disk is full or read-only; no data is damaged. */
    DISK("disk");

    private final String id;

    Component(String id) {
      this.id = id;
    }

    /** Name in the API and in messages. */
    public String id() {
      return id;
    }
  }

  /** Key of the message that tells readers about the damage. */
  public String message() {
    return "condition." + part.id() + (isBeingRepaired ? ".mending" : ".damaged");
  }
}
