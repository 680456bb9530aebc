package org.mingzhang.extract;

import java.time.Duration;

/**
 * Limits on the resources that reading one file may use.
 *
 * @param maxBytes largest file, in bytes
 * @param maxCharacters most characters of text taken from a file
 * @param maxPages most pages read
 * @param maxDepth deepest nesting of archives
 * @param maxMembers most members of an archive
 * @param time time limit for a file with a text layer
 * @param ocr whether text may be recognized in images
 */
public record ExtractionLimits(
    long maxBytes,
    int maxCharacters,
    int maxPages,
    int maxDepth,
    int maxMembers,
    Duration time,
    boolean ocr) {

  /** Factor by which the time limit of a scanned file exceeds {@link #time}. */
  private static final int OCR_TIME_FACTOR = 9;

  /** Time limit of a file including OCR, if that is allowed. */
  public Duration totalTime() {
    return ocr ? Duration.ofNanos(Math.multiplyExact(time.toNanos(), OCR_TIME_FACTOR)) : time;
  }

  /** The default limits. */
  public static ExtractionLimits standard() {
    return new ExtractionLimits(
        1L << 30, 20_000_000, 10_000, 3, 1_000, Duration.ofMinutes(1), true);
  }

  /** The same limits with another {@link #time}. */
  public ExtractionLimits withTime(Duration other) {
    return new ExtractionLimits(
        maxBytes, maxCharacters, maxPages, maxDepth, maxMembers, other, ocr);
  }
}
