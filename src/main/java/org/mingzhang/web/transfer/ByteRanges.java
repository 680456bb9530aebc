package org.mingzhang.web.transfer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a representation that a {@code Range} header requests (RFC 9110, section 14), in
 * ascending order. Overlapping and adjacent ranges are joined, so that no byte is sent twice. Empty
 * if no range is satisfiable, so that the answer is 416.
 *
 * @param ranges the parts, each within the representation
 */
record ByteRanges(List<ByteRange> ranges) {
  /**
   * A range of bytes of the representation.
   *
   * @param first 0-based position of its first byte
   * @param last position of its last byte
   */
  record ByteRange(long first, long last) {
    /** Number of bytes. */
    long length() {
      return last - first + 1;
    }
  }

  /** Maximum number of requested ranges; a header with more is ignored, as the RFC allows. */
  private static final int MAX_RANGES = 32;

  /** Maximum number of parts of a response; a header that needs more is ignored. */
  private static final int MAX_PARTS = 8;

  private static final Pattern BYTES_UNIT = Pattern.compile("(?i)bytes=(.*)");
  private static final Pattern RANGE_SPEC = Pattern.compile("(\\d*)-(\\d*)");

  /** Makes an immutable copy of the list. */
  ByteRanges {
    ranges = List.copyOf(ranges);
  }

  /**
   * Parses the header.
   *
   * @param header value of {@code Range}, or null
   * @param length number of bytes of the representation
   * @return empty if the whole representation is to be sent: no header, another unit, an invalid
   *     list of ranges, or too many of them
   */
  static Optional<ByteRanges> parse(@Nullable String header, long length) {
    Matcher unit = BYTES_UNIT.matcher(header == null ? "" : header.strip());
    if (!unit.matches()) {
      return Optional.empty();
    }
    String[] specs = unit.group(1).split(",", -1);
    List<ByteRange> requested = new ArrayList<>();
    boolean any = false;
    for (String spec : specs) {
      String bare = spec.strip();
      if (bare.isEmpty()) {
        continue;
      }
      Matcher matcher = RANGE_SPEC.matcher(bare);
      if (specs.length > MAX_RANGES || !matcher.matches() || !isValidRange(matcher)) {
        return Optional.empty();
      }
      any = true;
      parsePart(matcher, length).ifPresent(requested::add);
    }
    List<ByteRange> joined = joinOverlapping(requested);
    return !any || joined.size() > MAX_PARTS || (length == 0 && hasSuffixRange(specs))
        ? Optional.empty()
        : Optional.of(new ByteRanges(joined));
  }

  /**
   * Whether there is a suffix range, which for an empty representation means the whole
   * representation.
   */
  private static boolean hasSuffixRange(String[] specs) {
    for (String spec : specs) {
      if (spec.strip().matches("-0*[1-9]\\d*")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isValidRange(Matcher spec) {
    boolean first = !spec.group(1).isEmpty();
    boolean last = !spec.group(2).isEmpty();
    return (first && last)
        ? parseNumber(spec.group(1)) <= parseNumber(spec.group(2))
        : (first || last);
  }

  private static Optional<ByteRange> parsePart(Matcher spec, long length) {
    long last = spec.group(2).isEmpty() ? Long.MAX_VALUE : parseNumber(spec.group(2));
    if (spec.group(1).isEmpty()) {
      long first = length - Math.min(last, length);
      return first < length ? Optional.of(new ByteRange(first, length - 1)) : Optional.empty();
    }
    long first = parseNumber(spec.group(1));
    return first < length
        ? Optional.of(new ByteRange(first, Math.min(last, length - 1)))
        : Optional.empty();
  }

  /** Parses a number. A number with more than 18 digits is beyond the end of any file. */
  private static long parseNumber(String digits) {
    String bare = digits.replaceFirst("^0+(?=\\d)", "");
    return bare.length() > 18 ? Long.MAX_VALUE : Long.parseLong(bare);
  }

  private static List<ByteRange> joinOverlapping(List<ByteRange> ranges) {
    List<ByteRange> sorted = new ArrayList<>(ranges);
    sorted.sort(Comparator.comparingLong(ByteRange::first));
    List<ByteRange> joined = new ArrayList<>();
    for (ByteRange byteRange : sorted) {
      ByteRange before = joined.isEmpty() ? null : joined.getLast();
      if (before != null && byteRange.first() <= before.last() + 1) {
        joined.set(
            joined.size() - 1,
            new ByteRange(before.first(), Math.max(before.last(), byteRange.last())));
      } else {
        joined.add(byteRange);
      }
    }
    return joined;
  }

  /** Value of {@code Content-Range} for a part. */
  static String contentRange(ByteRange byteRange, long length) {
    return String.format(
        Locale.ROOT, "bytes %d-%d/%d", byteRange.first(), byteRange.last(), length);
  }

  /** Value of {@code Content-Range} if no range is satisfiable. */
  static String unsatisfiedContentRange(long length) {
    return "bytes */" + length;
  }
}
