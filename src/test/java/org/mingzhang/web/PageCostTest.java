package org.mingzhang.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Bytes that a page allocates, client and server together: a bound that does not depend on the
 * machine. Search results are cached, so that only rendering is measured; the bounds are twice the
 * measured values.
 */
@ExtendWith(SharedPortal.class)
class PageCostTest {
  private static final int TIMES = 10;

  private final RunningPortal portal;
  private final com.sun.management.ThreadMXBean threads =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  PageCostTest(RunningPortal portal) {
    this.portal = portal;
  }

  @ParameterizedTest
  @CsvSource({
    "/search?q=%E4%B8%89%E5%85%AC, 2900",
    "/d/qsqzgh-2024-bmjs/qk-sgjf-ztqk, 1500",
    "/d/qsqzgh-2024-bmjs, 1300"
  })
  void a_page_allocates_a_bounded_number_of_kilobytes(String address, long most) {
    for (int i = 0; i < TIMES; i++) {
      assertThat(page(address, i)).isEqualTo(200);
    }
    long before = threads.getTotalThreadAllocatedBytes();
    for (int i = 0; i < TIMES; i++) {
      page(address, TIMES + i);
    }
    long each = ((threads.getTotalThreadAllocatedBytes() - before) / TIMES) >> 10;
    assertThat(each).as("kilobytes allocated for %s", address).isBetween(1L, most);
  }

  /** Each time another address, so that nothing is kept from the time before. */
  private int page(String address, int time) {
    return portal.get(address + (address.contains("?") ? "&" : "?") + "time=" + time).statusCode();
  }
}
