package org.mingzhang.extract.archive;

import org.mingzhang.extract.ExtractionLimits;

/**
 * What may be unpacked from one file in all, over archives inside each other: ten times the members
 * and four times the bytes that the limits allow for one archive. One instance per file; not
 * thread-safe.
 */
public final class UnpackingBudget {
  /**
   * Maximum number of members in a file with nested archives, as a multiple of the maximum of one
   * archive.
   */
  private static final int NESTED_MEMBER_FACTOR = 10;

  /**
   * Maximum number of unpacked bytes in a file with nested archives, as a multiple of the maximum
   * of one archive.
   */
  private static final int NESTED_BYTE_FACTOR = 4;

  private long membersLeft;
  private long bytesLeft;

  /** Creates a budget of which nothing is used. */
  public UnpackingBudget(ExtractionLimits limits) {
    this.membersLeft = (long) limits.maxMembers() * NESTED_MEMBER_FACTOR;
    this.bytesLeft =
        limits.maxBytes() > Long.MAX_VALUE / NESTED_BYTE_FACTOR
            ? Long.MAX_VALUE
            : limits.maxBytes() * NESTED_BYTE_FACTOR;
  }

  /** Uses up a member; returns whether it was still allowed. */
  boolean tryUseMember() {
    return --membersLeft >= 0;
  }

  /** Uses up unpacked bytes; returns whether they were still allowed. */
  boolean tryUseBytes(long count) {
    bytesLeft -= count;
    return bytesLeft >= 0;
  }
}
