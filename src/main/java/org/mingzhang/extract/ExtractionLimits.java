package org.mingzhang.extract;

import java.time.Duration;

/**
 * Limits on the resources that reading one file may use.
 *
 * @param maxBytes largest file in bytes; also the limit of the unpacked members of one archive
 *     together; nested archives may unpack four times as much in total
 * @param maxCharacters most characters (UTF-16 units) of text taken from a file. A file with fixed
 *     pages that has more is refused; the text of other files is cut with a warning.
 * @param maxPages most pages, images or sheets read of a file; the rest is left out
 * @param maxDepth number of archives inside each other that are opened; 1 refuses an archive inside
 *     an archive
 * @param maxMembers most members of one archive; of an archive with more, the first ones are read
 *     and the rest is refused, and so for nested archives with ten times as many in total
 * @param timeLimit time limit of a file from the start of its reading, or from the last page that
 *     was recognized, see {@link #totalTimeLimit}
 * @param ocrAllowed whether text may be recognized in images, where Tesseract is installed
 */
public record ExtractionLimits(
    long maxBytes,
    int maxCharacters,
    int maxPages,
    int maxDepth,
    int maxMembers,
    Duration timeLimit,
    boolean ocrAllowed) {

  /** The time limit of a file with OCR as a multiple of {@link #timeLimit}. */
  private static final int OCR_TIME_FACTOR = 9;

  /**
   * Limit of the whole reading of a file: nine times {@link #timeLimit} if OCR is allowed,
   * otherwise {@code time} itself.
   *
   * @throws ArithmeticException if the product exceeds 292 years
   */
  public Duration totalTimeLimit() {
    return ocrAllowed
        ? Duration.ofNanos(Math.multiplyExact(timeLimit.toNanos(), OCR_TIME_FACTOR))
        : timeLimit;
  }

  /**
   * The default limits: 1 GiB, 20 million characters, 10,000 pages, archives three deep with 1,000
   * members each, one minute, OCR allowed.
   */
  public static ExtractionLimits standard() {
    return new ExtractionLimits(
        1L << 30, 20_000_000, 10_000, 3, 1_000, Duration.ofMinutes(1), true);
  }

  /** The same limits with another {@link #timeLimit}. */
  public ExtractionLimits withTimeLimit(Duration newTime) {
    return new ExtractionLimits(
        maxBytes, maxCharacters, maxPages, maxDepth, maxMembers, newTime, ocrAllowed);
  }
}
