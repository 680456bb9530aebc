package org.mingzhang.web.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mingzhang.Seed;
import org.mingzhang.web.transfer.ByteRanges.ByteRange;

class ByteRangesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes=0-0           | 0-0
          bytes=0-9           | 0-9
          bytes=0-            | 0-9
          bytes=3-5           | 3-5
          BYTES=3-5           | 3-5
          bytes=9-            | 9-9
          bytes=5-999         | 5-9
          bytes=-1            | 9-9
          bytes=-10           | 0-9
          bytes=-11           | 0-9
          bytes=-99999999999999999999999 | 0-9
          bytes=4-99999999999999999999999 | 4-9
          bytes=00000000000000000000000004-5 | 4-5
          bytes=0-1,4-5       | 0-1 4-5
          bytes=4-5,0-1       | 0-1 4-5
          bytes=0-1, ,4-5,    | 0-1 4-5
          bytes=0-5,3-8       | 0-8
          bytes=0-3,4-8       | 0-8
          bytes=0-3,5-8       | 0-3 5-8
          bytes=0-,0-,0-,-5   | 0-9
          bytes=20-30,1-2     | 1-2
          bytes=10-           | none
          bytes=10-20         | none
          bytes=99999999999-  | none
          bytes=9223372036854775807- | none
          bytes=9223372036854775808- | none
          bytes=99999999999999999999999999- | none
          bytes=-0            | none
          bytes=10-,11-,-0    | none
          """)
  void ranges_of_ten_bytes(String header, String expected) {
    assertThat(printed(ByteRanges.parse(header, 10))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=,",
        "bytes=-",
        "bytes=--1",
        "bytes=5-3",
        "bytes=a-b",
        "bytes=1-2-3",
        "bytes=1",
        "bytes=0x1-2",
        "bytes=+1-2",
        "bytes=1 -2",
        "bytes=0-1;4-5",
        "bytes=0-1,x",
        "items=0-1",
        "bytes 0-1",
        "bytes=１-２",
        "bytes=-1-",
        "bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16"
      })
  void what_is_no_list_of_ranges_or_too_many_is_the_whole(String header) {
    assertThat(ByteRanges.parse(header, 100)).isEmpty();
  }

  @Test
  void no_header_is_the_whole() {
    assertThat(ByteRanges.parse(null, 100)).isEmpty();
    assertThat(ByteRanges.parse("bytes=" + "0-0,".repeat(4000), 100)).isEmpty();
  }

  @Test
  void of_nothing_there_is_no_range_and_its_end_is_the_whole() {
    assertThat(printed(ByteRanges.parse("bytes=0-", 0))).isEqualTo("none");
    assertThat(printed(ByteRanges.parse("bytes=0-0", 0))).isEqualTo("none");
    assertThat(printed(ByteRanges.parse("bytes=-0", 0))).isEqualTo("none");
    assertThat(ByteRanges.parse("bytes=-5", 0)).isEmpty();
  }

  @Test
  void random_lists_are_the_bytes_that_marking_them_one_by_one_gives() {
    long seed = Seed.next();
    Random random = new Random(seed);
    for (int round = 0; round < 20_000; round++) {
      int length = random.nextInt(30);
      StringBuilder header = new StringBuilder("bytes=");
      BitSet expected = new BitSet();
      boolean suffix = false;
      int specs = 1 + random.nextInt(5);
      for (int i = 0; i < specs; i++) {
        int a = random.nextInt(35);
        int b = a + random.nextInt(10);
        header.append(i == 0 ? "" : ",");
        switch (random.nextInt(3)) {
          case 0 -> {
            header.append(a).append('-').append(b);
            expected.set(Math.min(a, length), Math.min(b + 1, length));
          }
          case 1 -> {
            header.append(a).append('-');
            expected.set(Math.min(a, length), length);
          }
          default -> {
            header.append('-').append(a);
            expected.set(Math.max(0, length - a), length);
            suffix |= a > 0;
          }
        }
      }
      Optional<ByteRanges> read = ByteRanges.parse(header.toString(), length);
      String about = "seed " + seed + ", " + header + " of " + length;
      if (length == 0 && suffix) {
        assertThat(read).as(about).isEmpty();
        continue;
      }
      BitSet got = new BitSet();
      List<ByteRange> byteRanges = read.orElseThrow().ranges();
      byteRanges.forEach(byteRange -> got.set((int) byteRange.first(), (int) byteRange.last() + 1));
      assertThat(got).as(about).isEqualTo(expected);
      assertThat(byteRanges.stream().mapToLong(ByteRange::length).sum())
          .as(about + ": no byte twice")
          .isEqualTo(expected.cardinality());
    }
  }

  private static String printed(Optional<ByteRanges> ranges) {
    List<ByteRange> byteRanges = ranges.orElseThrow().ranges();
    return byteRanges.isEmpty()
        ? "none"
        : String.join(
            " ",
            byteRanges.stream()
                .map(byteRange -> byteRange.first() + "-" + byteRange.last())
                .toList());
  }
}
