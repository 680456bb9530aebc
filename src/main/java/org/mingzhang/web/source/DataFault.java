package org.mingzhang.web.source;

import java.util.List;

/**
 * A part of the data that is not whole.
 *
 * @param part which
 * @param mending whether it is being made again now
 * @param done how much of it is made again
 * @param total how much there is to make again; 0 where that is not known
 * @param names documents it is about, or what was not restored; for the operator, not for pages
 */
public record DataFault(Part part, boolean mending, int done, int total, List<String> names) {
  /** Copies the names. */
  public DataFault {
    names = List.copyOf(names);
  }

  /** What may be damaged. */
  public enum Part {
    /** The search index. */
    INDEX("index"),
    /** What was read from originals. */
    RECORDS("records"),
    /** Which file is which version of which document, and all permalinks. */
    LEDGER("ledger"),
    /** Nothing is damaged, but nothing can be written. */
    DISK("disk");

    private final String id;

    Part(String id) {
      this.id = id;
    }

    /** Name in addresses and messages. */
    public String id() {
      return id;
    }
  }

  /** Key of the message that tells readers. */
  public String message() {
    return "condition." + part.id() + (mending ? ".mending" : ".damaged");
  }
}
